"""Addresses of the desk that are about notices and about what may be done with a person's data."""

from django.urls import path

from kintrace.protection import views, views_authorities, views_rights

app_name = "protection"
urlpatterns = [
    path("notices/", views.notices, name="notices"),
    path("notices/new/", views.new_notice, name="new_notice"),
    path("notices/first-words/", views.first_words, name="first_words"),
    path("notices/<uuid:text_id>/", views.notice, name="notice"),
    path("notices/<uuid:text_id>/approve/", views.approve_notice, name="approve_notice"),
    path("subjects/<uuid:subject>/", views.subject, name="subject"),
    path("subjects/<uuid:subject>/notice/", views.give_notice, name="give_notice"),
    path("subjects/<uuid:subject>/risk/", views.answer_risk, name="answer_risk"),
    path("subjects/<uuid:subject>/hold/", views.put_on_hold, name="put_on_hold"),
    path("subjects/<uuid:subject>/withdraw/", views.withdraw, name="withdraw"),
    path("subjects/<uuid:subject>/erase/", views.erase, name="erase"),
    path("holds/<uuid:hold_id>/lift/", views.lift_hold, name="lift_hold"),
    path("rights/", views_rights.rights, name="rights"),
    path("subjects/<uuid:subject>/rights/new/", views_rights.write_request, name="write_request"),
    path("rights/<uuid:request_id>/", views_rights.rights_request, name="request"),
    path("rights/<uuid:request_id>/identity/", views_rights.note_identity, name="note_identity"),
    path("rights/<uuid:request_id>/suspect/", views_rights.suspect, name="suspect"),
    path("rights/<uuid:request_id>/trust/", views_rights.trust, name="trust"),
    path("rights/<uuid:request_id>/take/", views_rights.take_request, name="take_request"),
    path("rights/<uuid:request_id>/longer/", views_rights.extend, name="extend_request"),
    path("rights/<uuid:request_id>/answer/", views_rights.answer_request, name="answer_request"),
    path("rights/<uuid:request_id>/erase/", views_rights.answer_erasure, name="answer_erasure"),
    path("rights/<uuid:request_id>/refuse/", views_rights.refuse, name="refuse_request"),
    path("rights/<uuid:request_id>/sealed/", views_rights.add_boxed, name="add_boxed"),
    path("rights/<uuid:request_id>/copy/", views_rights.copy, name="copy"),
    path("when-an-authority-asks/", views_authorities.when_asked, name="when_asked"),
    path("authorities/", views_authorities.authorities, name="authorities"),
    path("authorities/new/", views_authorities.write_authority, name="write_authority"),
    path("authorities/<uuid:authority_id>/", views_authorities.authority, name="authority"),
]
