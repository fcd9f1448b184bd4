"""Addresses of the desk that are about notices and about what may be done with a person's data."""

from django.urls import path

from kintrace.protection.views import (
    authorities,
    bases,
    data_register,
    leaving,
    retention,
    rights,
    unfound,
)
from kintrace.protection.views import subjects as views

app_name = "protection"
urlpatterns = [
    path("notices/", views.notices, name="notices"),
    path("notices/new/", views.new_notice, name="new_notice"),
    path("notices/first-words/", views.first_words, name="first_words"),
    path("notices/<uuid:text_id>/", views.notice, name="notice"),
    path("notices/<uuid:text_id>/approve/", views.approve_notice, name="approve_notice"),
    path("data-register/", data_register.look, name="data_register"),
    path("subjects/<uuid:subject>/", views.subject, name="subject"),
    path("subjects/<uuid:subject>/notice/", views.give_notice, name="give_notice"),
    path("subjects/<uuid:subject>/risk/", views.answer_risk, name="answer_risk"),
    path("subjects/<uuid:subject>/hold/", views.put_on_hold, name="put_on_hold"),
    path("subjects/<uuid:subject>/withdraw/", views.withdraw, name="withdraw"),
    path("subjects/<uuid:subject>/erase/", views.erase, name="erase"),
    path("subjects/<uuid:subject>/basis/", bases.record_basis, name="record_basis"),
    path("subjects/<uuid:subject>/not-with/", bases.not_with, name="not_with"),
    path("subjects/<uuid:subject>/do-not-find/", unfound.do_not_find, name="do_not_find"),
    path("do-not-find/", unfound.register, name="register"),
    path("do-not-find/new/", unfound.begin, name="begin_do_not_find"),
    path("do-not-find/<uuid:entry_id>/", unfound.entry, name="entry"),
    path("retention/", retention.retention, name="retention"),
    path("societies/<uuid:society_id>/leave/", leaving.leave, name="society_leaves"),
    path("holds/", views.holds, name="holds"),
    path("holds/<uuid:hold_id>/lift/", views.lift_hold, name="lift_hold"),
    path("rights/", rights.rights, name="rights"),
    path("subjects/<uuid:subject>/rights/new/", rights.write_request, name="write_request"),
    path("rights/<uuid:request_id>/", rights.rights_request, name="request"),
    path("rights/<uuid:request_id>/identity/", rights.note_identity, name="note_identity"),
    path("rights/<uuid:request_id>/suspect/", rights.suspect, name="suspect"),
    path("rights/<uuid:request_id>/trust/", rights.trust, name="trust"),
    path("rights/<uuid:request_id>/take/", rights.take_request, name="take_request"),
    path("rights/<uuid:request_id>/longer/", rights.extend, name="extend_request"),
    path("rights/<uuid:request_id>/answer/", rights.answer_request, name="answer_request"),
    path("rights/<uuid:request_id>/erase/", rights.answer_erasure, name="answer_erasure"),
    path("rights/<uuid:request_id>/refuse/", rights.refuse, name="refuse_request"),
    path("rights/<uuid:request_id>/sealed/", rights.add_boxed, name="add_boxed"),
    path("rights/<uuid:request_id>/copy/", rights.copy, name="copy"),
    path("when-an-authority-asks/", authorities.when_asked, name="when_asked"),
    path("authorities/", authorities.authorities, name="authorities"),
    path("authorities/new/", authorities.write_authority, name="write_authority"),
    path("authorities/<uuid:authority_id>/", authorities.authority, name="authority"),
]
