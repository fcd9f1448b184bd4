from django.urls import path

from kintrace.cases.views import desk, drafts, faces, inbox, replies, told

app_name = "cases"

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("new/", drafts.begin, name="begin"),
    path("new/<uuid:text_id>/", drafts.informed, name="informed"),
    path("drafts/<uuid:draft_id>/", drafts.check, name="check"),
    path("drafts/<uuid:draft_id>/open/", drafts.open_case, name="open"),
    path("drafts/<uuid:draft_id>/drop/", drafts.drop, name="drop"),
    path("drafts/<uuid:draft_id>/<slug:key>/", drafts.step, name="step"),
    path("cases/", desk.case_list, name="list"),
    path("cases/<uuid:case_id>/", desk.case, name="case"),
    path("cases/<uuid:case_id>/close/", desk.close, name="close"),
    path("cases/<uuid:case_id>/consent/", faces.consent, name="consent"),
    path("cases/<uuid:case_id>/photo/", faces.photo, name="photo"),
    path("cases/<uuid:case_id>/photo/<slug:frame>.jpg", faces.preview, name="preview"),
    path("cases/<uuid:case_id>/propose/", faces.propose, name="propose"),
    path("cases/<uuid:case_id>/put-up/", faces.put_up, name="put_up"),
    path("cases/<uuid:case_id>/take-down/", faces.take_down, name="take_down"),
    path("second-eye/", faces.second_eye, name="second_eye"),
    path("second-eye/<uuid:notice_id>/", faces.decide, name="decide"),
    path("second-eye/<uuid:notice_id>/picture.jpg", faces.picture, name="picture"),
    path("messages/", inbox.inbox, name="inbox"),
    path("messages/told/", told.told_of_no_face, name="told_of_no_face"),
    path("messages/told/<uuid:face_id>/", told.told, name="told"),
    path("messages/<uuid:message_id>/", inbox.message, name="message"),
    path("messages/<uuid:message_id>/assign/", inbox.assign, name="assign"),
    path("messages/<uuid:message_id>/lead/", inbox.lead, name="lead"),
    path("messages/<uuid:message_id>/answer/", inbox.answer, name="answer"),
    path("messages/<uuid:message_id>/screen/", inbox.screen, name="screen"),
    path("replies/", replies.replies, name="replies"),
    path("replies/new/", replies.new_reply, name="new_reply"),
    path("replies/first/", replies.first_replies, name="first_replies"),
    path("replies/<uuid:sentence_id>/approve/", replies.approve_reply, name="approve_reply"),
]
