"""Writers about a person before whom no notice comes, and why."""

# Where no notice comes first, and why.
NO_NOTICE_FIRST = {
    "cases.actions.transfers.choose_parts": "It copies what the case holds; `begin` came before.",
    "cases.actions.transfer_sending.keep_words": (
        "It seals anew what the case or the team of a child holds, and `transfers.drafted` came "
        "before."
    ),
    "cases.actions.incoming._seal": (
        "Words of two societies about a search that is shared on such a ground."
    ),
    "cases.actions.transfer_ends.end": "It empties the columns.",
    "cases.actions.drafts.begin": "It gives the notice itself, and keeps an empty draft.",
    "cases.actions.drafts._drop_page": "It takes a page away; what moves up was told before.",
    "cases.actions.moves.keep": "It says why a case goes on, whose person was informed before.",
    "cases.actions.accepting.refuse": "It says why a request is not ours that stands already.",
    "cases.actions.accepting.explain": "It says how a refusal was told.",
    "cases.actions.events.make_event": "What happened to many: it is of nobody, and names nobody.",
    "cases.actions.events.correct_event": "The same, known better.",
    "cases.actions.events.write_count": "A number, who says so and of which day. It names nobody.",
    "cases.actions.unnamed.write_card": "A body or grave of which nobody knows whose it is.",
    "cases.actions.unnamed.correct_card": "The same, known better.",
    "cases.actions.safe._empty": "It empties a column.",
    "cases.actions.fates.note_told": "It adds a day to a plan, which was made after the notice.",
    "cases.actions.found.locate": "It gives the notice itself, and keeps how they were found.",
    "cases.actions.passing.ask_family": (
        "It sends on questions that `verifying.ask` kept, which was after the notice."
    ),
    "cases.actions.passing.pass_over": (
        "It passes on what `found.keep_where` kept, which was after the notice."
    ),
    "servicepoints.actions.registering._kept": "`register` gives the notice itself, before it.",
    "servicepoints.actions.ways_on.book": "A sign, a day and an hour of somebody nobody names.",
    "servicepoints.actions.ways_on.settle_booking": "It empties a column.",
    "servicepoints.actions.needs.begin_needs": (
        "What is seen of many people at once; no question is about one of them."
    ),
    "servicepoints.actions.needs.answer_needs": "The same, page after page.",
    "directory.actions.__init__.settle_place": "What a town is called, and nobody in it.",
    "directory.actions.__init__.write_service": "Who helps near a town: an office, no person.",
    "people.actions.telling.correct": (
        "It adds to what write_down kept, which was after the notice."
    ),
    "people.actions.cards.lay_card": "It copies what the case holds, whose person was informed.",
    "people.actions.cards.lay_cards": "Rows of a test society; there is nobody behind them.",
    "matching.actions.judging._write": "A member says what a pair is; it is of what stands there.",
    "matching.actions.judging.agree_to_more": "It sets a day.",
    "matching.actions.proposing._weigh": "It sets the day on which a pair was proposed anew.",
    "matching.actions.proposing._tell_both": (
        "It copies from cards whose people agreed to it, which stands on a notice."
    ),
    "matching.actions.proposing.open_more": "The same, when both societies agreed.",
    "protection.actions.bases.change_not_with": (
        "It changes what stands in a basis: of an informed person, or of the sought, who cannot "
        "be asked and whom the change protects."
    ),
    "protection.actions.unfound.end_do_not_find": "It says why a wish ends that stands already.",
    "protection.actions.holds.lift_hold": "It says why a hold ends that stands already.",
    "protection.actions.safeguards.write_hold": (
        "A danger is told before the notice, too: everything must stop, and the reason lies in "
        "the protection box."
    ),
    "protection.actions.rights.write_request": (
        "Who asks for a right is not made to hear a notice first; of an answer to who they are "
        "one note is kept, sealed to the protection team."
    ),
    "protection.actions.rights.note_identity": "The same note, written again.",
    "protection.actions.rights.extend": "Our own reason why an answer takes longer.",
    "protection.actions.rights._end": "Our own words: what was answered.",
    "protection.actions.copies.add_boxed": (
        "It copies what the inbox box holds of the person for the copy they asked for."
    ),
    "protection.actions.erasure._forget_words": "It empties columns.",
    "protection.actions.authorities.write_authority": (
        "What an authority asked, in general words; there is no column for a person."
    ),
    "protection.actions.authorities.decide_authority": "Our own words: the law, and who advised.",
    "wall.actions.messages.seal": (
        "A visitor writes: nobody knows who comes. The page says before the form who reads it; it "
        "goes to a box at once, and 90 days after it was closed it is gone. What is told at a desk "
        "or by phone comes here from write_down, after the notice."
    ),
    "visitors.actions.leave_feedback": (
        "A face and a sentence of somebody nobody knows; the page says who reads it, and how "
        "long it stays."
    ),
    "wall.actions.messages.write_back": "The same visitor adds something with code and word.",
    "wall.actions.inbox.answer": "The society's own words to a visitor.",
    "wall.actions.reviews._laid_out": (
        "It copies what `propose` kept, and asks for consent in force, which stands on a notice."
    ),
    "wall.actions.second_eye._sign": "Two members give their reasons on what `propose` kept.",
    "wall.actions.publication.unsay_relations": "It takes out words of what `propose` kept.",
    "wall.actions.posters.settle_region": "It sets words about a region, which are of nobody.",
    "letters.actions.send": (
        "It copies an address for some days: a member's, or one of a case, where "
        "contacts._send asks for the notice."
    ),
    "letters.jobs._end": "It empties the columns.",
    "watch.actions.plant": "It marks an invented case: nobody is in it.",
    "watch.actions.give_reason": "A member says why they read on; it is about the member.",
    "watch.actions.answer": "The officer's own words: what came of an alarm.",
}
