"""The only door to cases, drafts and their words: what is not yours does not exist."""

# Laid in lines, so that the whole door is seen at once.
# ruff: noqa: I001
# fmt: off
from kintrace.cases.lookups.afar import (
    PASSAGE, Afar, Whom, afar_for, afar_of, called_here, found_afar, handler_of, home_of,
    is_kept_from, mark_in, passage_of, search_of, shared_for, still_afar,
)
from kintrace.cases.lookups.attestations import (
    attestation_for, attestations_about, attestations_of, attestations_to_issue,
    kinds_certified, kinds_to_ask_for,
)
from kintrace.cases.lookups.came_forward import (
    codes_of_leads, forward_among, forward_beside, forward_for, forward_known_as, forward_list,
    forward_of_message, forward_over,
)
from kintrace.cases.lookups.cases import (
    Line, called, case_about, case_around, case_coded, case_for, case_known_as, case_of_subject,
    cases_around, cases_by_subject, cases_of, cases_to_compare, enquirers_among, falls_to,
    in_care_of, is_case_held, last_place_in, lines, looks_after, open_cases_of, references_of,
    relation_to, sought_in, still_sought, subjects_in, subjects_of_newest, told_of,
    who_works_on_cases, with_names,
)
from kintrace.cases.lookups.children import (
    answers_of, child_for, child_known_as, children_among, children_of, children_over,
    claim_for, days_at_home, is_of_the_team, last_day_of_child, page_of, pages_of,
    photo_of_child, proposed_to_go_home, steps_of_child, subject_of_kin, subjects_of_family,
    with_photo,
)
from kintrace.cases.lookups.detained import (
    asked_though_detained, is_detained, may_search_for, reason_of, societies_for,
)
from kintrace.cases.lookups.circles import has_it_already, linked_about, linked_to
from kintrace.cases.lookups.ending import (
    cases_ending, cases_over, clock_of, last_day_of, past_cases,
)
from kintrace.cases.lookups.enquiries import (
    asked_afar, enquiries_about, enquiries_in, enquiries_of, enquiries_waiting, enquiry_for,
    may_be_asked, may_be_detained, said_by_place, source_behind, source_for, sources_of,
    waited_for, whom_asked_about,
)
from kintrace.cases.lookups.events import (
    EventLine, account_for, accounts_by, accounts_of, accounts_unread, case_at, cases_beside,
    count_for, counts_of, event_for, event_lines, events_joined, events_of, happened,
    joined_for, joined_to, may_belong, only_told, tellers_among, whom_they_seek,
)
from kintrace.cases.lookups.fates import (
    KnownFate, death_told_afar, fate_mark, fate_of, fates_waiting, read_after, read_fate,
)
from kintrace.cases.lookups.files import (
    BYTES, bytes_of, file_for, files_of, files_of_others, files_of_person, files_with, note_to,
)
from kintrace.cases.lookups.found import (
    Finding, finding_of, found_among, located_known_as, located_of, mark_for,
    releases_of, sought_behind, sought_for, sought_of_subject, whereabouts_of, whom_behind,
    whom_for,
)
from kintrace.cases.lookups.findings import (
    codes_of_cases, codes_of_found, findings_waiting, found_known_as, whoms_behind,
)
from kintrace.cases.lookups.found_told import (
    SAYS, Passed, asked_of_family, found_by, is_in_touch_afar, is_looked_at_afar, keeps_from,
    may_be_written_to, outcomes_all_told, outcomes_told, passed_to_us, read_passed,
    read_passed_over, read_where, refuses_messages, waits_for_our_verdict, was_passed,
    was_passed_over, wish_afar,
)
from kintrace.cases.lookups.listing import (
    SOON, cases_beginning, cases_in_turn, cases_to_review, chosen_cases, counted,
    first_to_compare, name_of_names, name_of_page, views_of, who_has,
)
from kintrace.cases.lookups.moves import (
    criteria_of, facts_of, misses_a_criterion, moves_of, refusal_of, refusals_of, said_of,
    taken_down_by, taken_down_for, to_accept, to_take_up,
)
from kintrace.cases.lookups.on_card import mothers_on_cards, with_a_matter
from kintrace.cases.lookups.plan import (
    Plan, contact_day, is_after_contact, last_day_in, note_of_talk, people_around, plan_mark,
    plans_beside, plans_going_on, plans_marked, plans_of, plans_over, read_sentence, sides_asked,
)
from kintrace.cases.lookups.red_cross import (
    WRITTEN_AT_HOME, as_text, called_since, comes_in, delivered_here, goes_by_society, in_state,
    known_of, names_on, not_sent_yet, own_red_cross_for, part_of, part_version, parts_of,
    person_on_sheet, picture_of, red_cross_about, red_cross_for, red_cross_in, red_cross_lines,
    red_cross_of, replies_to_give, sent_by, sent_with_older_names, still_to_deliver,
    typed_reply, written_to,
)
from kintrace.cases.lookups.references import unused_reference
from kintrace.cases.lookups.referral import (
    Whose, helped_in, read_result, referral_for, referrals_going_on, referrals_of,
    whose_each, whose_referral,
)
from kintrace.cases.lookups.reunion import (
    Dossier, after_contact, confidential_places, dossier_of, dossiers_going_on, in_touch_since,
    is_coming_together, may_come_together, read_looked, reunion_mark, reunions_beside,
    reunions_marked, reunions_of, together_since,
)
from kintrace.cases.lookups.reviews import days_in_vain, reviews_of, told_at, tries_of
from kintrace.cases.lookups.safe import (
    TAKEN_BACK, as_often_as_ever, is_over, safe_alone_among, safe_alone_of, safe_for, safe_found,
    safe_in, safe_known, safe_of, who_has_no_case,
)
from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.lookups.sentences import (
    card_in, card_languages, first_sentences_missing, refusals_worded, says_a_death,
    sentence_about, sentence_for, sentences_chosen, sentences_in_use, sentences_of,
    words_of_refusal,
)
from kintrace.cases.lookups.transfers import (
    Copy, Said, case_transfer_for, copy_of, every_incoming, every_transfer,
    first_search_to_compare, ground_of, incoming_for, incoming_of, incoming_to_stop,
    may_be_shared, must_not_learn, out_at_partners, received, rows_behind, searcher_of,
    searches_elsewhere, sent_before, societies_to_ask, sought_of, texts_of, transfer_for,
    transfers_about, transfers_of, transfers_of_child, transfers_out,
)
from kintrace.cases.lookups.unnamed import (
    card_of, cards_on, may_be_about, searches_going_on, unnamed_before, unnamed_for, unnamed_of,
    words_on,
)
from kintrace.cases.lookups.versions import (
    version_of, version_of_after_contact, version_of_criteria,
)
from kintrace.cases.lookups.words import (
    Kept, contacts_of, draft_for, draft_known_as, drafts_of, last_tries, lead_mark, leads_of,
    note_of, words_of,
)

__all__ = [
    "BYTES", "PASSAGE", "SAYS", "SOON", "TAKEN_BACK", "WRITTEN_AT_HOME", "Afar", "Copy",
    "Dossier", "EventLine", "Finding", "Kept", "KnownFate", "Line", "Passed", "Plan",
    "Said", "Whom",
    "Whose", "account_for", "accounts_by", "accounts_of", "accounts_unread", "afar_for",
    "afar_of", "after_contact", "answers_of", "as_often_as_ever", "as_text", "asked_afar",
    "asked_of_family", "asked_though_detained", "attestation_for", "attestations_about",
    "attestations_of", "attestations_to_issue", "bytes_of", "called", "called_here",
    "called_since", "card_in", "card_languages", "card_of", "cards_on", "case_about",
    "case_around", "case_at", "case_coded", "case_for", "case_known_as", "case_of_subject",
    "case_transfer_for", "cases_around", "cases_beginning", "cases_beside", "cases_by_subject",
    "cases_ending", "cases_in_turn", "cases_of", "cases_over", "cases_to_compare",
    "cases_to_review", "child_for", "child_known_as", "children_among", "children_of",
    "children_over", "chosen_cases", "claim_for", "clock_of", "codes_of_cases",
    "codes_of_found", "codes_of_leads", "comes_in",
    "confidential_places", "contact_day", "contacts_of", "copy_of", "count_for", "counted",
    "counts_of", "criteria_of", "days_at_home", "days_in_vain", "death_told_afar",
    "delivered_here", "dossier_of", "dossiers_going_on", "draft_for", "draft_known_as",
    "drafts_of", "enquirers_among", "enquiries_about", "enquiries_in", "enquiries_of",
    "enquiries_waiting", "enquiry_for", "event_for", "event_lines", "events_joined",
    "events_of", "every_incoming", "every_transfer", "facts_of", "falls_to", "fate_mark",
    "fate_of", "fates_waiting", "file_for", "files_of", "files_of_others", "files_of_person",
    "files_with", "finding_of", "findings_waiting", "first_search_to_compare",
    "first_sentences_missing", "first_to_compare", "forward_among", "forward_beside",
    "forward_for", "forward_known_as", "forward_list", "forward_of_message", "forward_over",
    "found_afar", "found_among", "found_by", "found_known_as",
    "goes_by_society", "ground_of", "handler_of", "happened", "has_it_already", "helped_in",
    "home_of", "in_care_of", "in_state", "in_touch_since", "incoming_for", "incoming_of",
    "incoming_to_stop", "is_after_contact", "is_case_held", "is_coming_together",
    "is_detained", "is_in_touch_afar", "is_kept_from", "is_looked_at_afar",
    "is_of_the_team", "is_over", "joined_for", "joined_to", "keeps_from", "kinds_certified",
    "kinds_to_ask_for",
    "known_of", "last_day_in", "last_day_of", "last_day_of_child", "last_place_in",
    "last_tries", "lead_mark", "leads_of", "lines", "linked_about", "linked_to",
    "located_known_as", "located_of", "looks_after", "mark_for", "mark_in", "may_be_about",
    "may_be_asked", "may_be_detained", "may_be_shared", "may_be_written_to", "may_belong",
    "may_come_together", "may_search_for", "misses_a_criterion", "mothers_on_cards", "moves_of",
    "must_not_learn",
    "name_of_names", "name_of_page", "names_on", "not_sent_yet", "note_of", "note_of_talk",
    "note_to", "only_told", "open_cases_of", "out_at_partners", "outcomes_all_told",
    "outcomes_told", "own_red_cross_for", "page_of", "pages_of", "part_of", "part_version",
    "parts_of",
    "passage_of", "passed_to_us", "past_cases", "people_around", "person_on_sheet",
    "photo_of_child", "picture_of", "plan_mark", "plans_beside", "plans_going_on",
    "plans_marked", "plans_of", "plans_over", "proposed_to_go_home", "read_after", "read_fate",
    "read_looked",
    "read_passed", "read_passed_over", "read_result", "read_sentence", "read_where",
    "reason_of", "received", "red_cross_about", "red_cross_for", "red_cross_in",
    "red_cross_lines", "red_cross_of", "references_of", "referral_for", "referrals_going_on",
    "referrals_of", "refusal_of", "refusals_of", "refusals_worded", "refuses_messages",
    "relation_to", "releases_of", "replies_to_give", "reunion_mark", "reunions_beside",
    "reunions_marked", "reunions_of", "reviews_of", "rows_behind", "safe_alone_among",
    "safe_alone_of", "safe_for", "safe_found", "safe_in", "safe_known", "safe_of",
    "said_by_place", "said_of", "says_a_death", "search_of", "searcher_of",
    "searches_elsewhere", "searches_going_on",
    "sent_before", "sent_by", "sent_with_older_names", "sentence_about", "sentence_for",
    "sentences_chosen", "sentences_in_use", "sentences_of", "shared_for", "sides_asked",
    "societies_for", "societies_to_ask", "sought_behind", "sought_for", "sought_in",
    "sought_of", "sought_of_subject", "source_behind", "source_for", "sources_of",
    "steps_of_child", "still_afar", "still_sought", "still_to_deliver", "subject_of_kin",
    "subjects_in", "subjects_of_family", "subjects_of_newest", "taken_down_by",
    "taken_down_for",
    "tellers_among", "texts_of", "to_accept", "to_take_up", "together_since", "told_at",
    "told_of", "transfer_for", "transfers_about", "transfers_of", "transfers_of_child",
    "transfers_out", "tries_of", "typed_reply", "unless_shut", "unnamed_before",
    "unnamed_for", "unnamed_of", "unused_reference", "version_of", "version_of_after_contact",
    "version_of_criteria", "views_of", "waited_for", "waits_for_our_verdict", "was_passed",
    "was_passed_over", "whereabouts_of", "who_has", "who_has_no_case", "who_works_on_cases",
    "whom_asked_about", "whom_behind", "whom_for", "whom_they_seek", "whoms_behind",
    "whose_each", "whose_referral",
    "wish_afar", "with_a_matter", "with_names", "with_photo", "words_of", "words_of_refusal",
    "words_on",
    "written_to",
]  # fmt: skip
