"""What an access copy tells of the audit: whole sentences to the person, without any member.

Only what is named here is told. Never a hold, and nothing of what others said about the person or
the person sought: that somebody answered at all would be told by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kintrace.audit.deeds import Deed

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

TOLD: dict[str, _StrPromise] = {
    Deed.GAVE_NOTICE: _("You were given our information notice."),
    Deed.RECORDED_BASIS: _("We wrote down why we may keep and use what you told us."),
    Deed.CHANGED_BASIS: _("We wrote down anew who must not learn of it."),
    Deed.SHORTENED_BASIS: _("We wrote down an earlier last day, as you asked."),
    Deed.WITHDREW_BASIS: _("You took back an agreement, and we stopped what stood on it."),
    Deed.OBJECTED: _("You objected, and we stopped what rested on anything but your consent."),
    Deed.ANSWERED_RISK: _("We asked you the questions about safety."),
    Deed.ASKED_WHO_RECOGNISES: _("We asked you who may recognise you in a public photo."),
    Deed.SUBMITTED_CASE: _("We wrote down your request."),
    Deed.ACCEPTED_CASE: _("We accepted your request."),
    Deed.REFUSED_CASE: _("We did not accept your request."),
    Deed.EXPLAINED_REFUSAL: _("We told you why we did not accept your request."),
    Deed.UPHELD_REFUSAL: _("A second member of our team looked at this and agreed."),
    Deed.OVERTURNED_REFUSAL: _("A second member of our team looked at this and decided otherwise."),
    Deed.OPENED_CASE: _("We opened your file."),
    Deed.SUSPENDED_CASE: _("We let the search rest for a while."),
    Deed.RESUMED_CASE: _("We took the search up again."),
    Deed.READ_CASE: _("Somebody of our team read your file."),
    Deed.CHANGED_CASE: _("Something in your file was changed."),
    Deed.ASSIGNED_CASE: _("Your file was given to somebody of our team."),
    Deed.CLOSED_CASE: _("We closed your file."),
    Deed.REOPENED_CASE: _("We opened your file again."),
    Deed.FOUND_PERSON: _("We wrote down that we found you."),
    Deed.KEPT_WHEREABOUTS: _("We wrote down how we can reach you."),
    Deed.ASKED_CHOICE: _("We asked you what we may pass on."),
    Deed.RELEASED_CONTACT: _("We passed on how you can be reached, as you wanted."),
    Deed.OPENED_REUNION: _("We began to help you and your family to come together."),
    Deed.MOVED_REUNION: _("We wrote down how far it is with your family coming together."),
    Deed.ENDED_REUNION: _("We ended our help for your family to come together."),
    Deed.PLANNED_CONTACT: _("We agreed with you when we ask how you are."),
    Deed.ASKED_AFTER_CONTACT: _("We asked how you are, or tried to."),
    Deed.REFERRED: _("We passed you on to somebody who helps, as you wanted."),
    Deed.FOLLOWED_REFERRAL: _("We wrote down what came of the help."),
    Deed.TOLD_OUTCOME: _("We told you what we may tell of the search."),
    Deed.REVIEWED_CASE: _("We wrote down that we spoke with you, or tried to."),
    Deed.LOGGED_CONTACT: _("We wrote down that we spoke with you, or tried to."),
    Deed.SENT_LETTER: _("We sent you a letter."),
    Deed.WROTE_DOWN_PERSON: _("We wrote down your name and what you told of yourself."),
    Deed.CORRECTED_PERSON: _("We corrected what is written of you."),
    Deed.READ_PERSON: _("Somebody of our team looked at what may be done with your data."),
    Deed.PUT_FILE: _("We put a paper or recording of yours to your file."),
    Deed.OPENED_FILE: _("Somebody of our team looked at a paper of yours, or heard a recording."),
    Deed.TOOK_OUT_FILE: _("We deleted a paper or recording of yours."),
    Deed.TOOK_PHOTO: _("We took a photo of you."),
    Deed.SAW_PHOTO: _("Somebody of our team looked at your photo."),
    Deed.ASKED_CERTIFICATE: _("You asked for a certificate that you search with us."),
    Deed.ISSUED_CERTIFICATE: _("We gave you a certificate that you search with us."),
    Deed.JOINED_TO_EVENT: _("We put your search beside others of the same event."),
    Deed.TOOK_OUT_OF_EVENT: _("We took your search out of an event again."),
    Deed.KEPT_ACCOUNT: _("We wrote down what you told of an event."),
    Deed.READ_ACCOUNT: _("Somebody of our team read what you told of an event."),
    Deed.WITHDREW_CERTIFICATE: _("The certificate that we gave you is valid no more."),
    Deed.BEGAN_RED_CROSS: _("You asked us to pass on a message to your family."),
    Deed.READ_RED_CROSS: _("Somebody of our team read your message to your family."),
    Deed.SENT_RED_CROSS: _("We sent your message to your family."),
    Deed.WROTE_SAFE: _("We wrote down what your family may be told when they ask for you."),
    Deed.ENDED_SAFE: _("Your family is told no more when they ask for you."),
    Deed.PROPOSED_FACE: _("Your photo was proposed for the public wall."),
    Deed.CONSENTED_FACE: _("We noted that you agreed to show your photo."),
    Deed.CLEARED_FACE: _("We noted that the questions about your photo are answered."),
    Deed.APPROVED_FACE: _("A second member of our team agreed to show your photo."),
    Deed.DECLINED_FACE: _("A second member of our team decided not to show your photo."),
    Deed.ASKED_PARTNER: _("We showed your photo to a partner society, for a second opinion."),
    Deed.RECALLED_PAPER: _("We took the question back from the partner society."),
    Deed.SENT_TRANSFER: _("We asked another society to search, and told it what it needs."),
    Deed.RECALLED_TRANSFER: _("We took back what another society was told."),
    Deed.PUT_ON_WALL: _("Your photo was put on the public wall."),
    Deed.RENEWED_FACE: _("Your photo stays on the wall for longer, as you agreed."),
    Deed.TOOK_DOWN: _("Your photo was taken off the wall."),
}
