"""Who may touch the tables, and which rows they see."""

from django.db import migrations

from kintrace.vault.rows import Rows


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [
        Rows("cases_case"),
        Rows("cases_sought"),
        Rows("cases_draft"),
        Rows("cases_words"),
        Rows("cases_contact"),
        Rows("cases_lead"),
        Rows("cases_sentence"),
        Rows("cases_pastcases"),
        Rows("cases_move"),
        Rows("cases_notaccepted"),
        Rows("cases_criteria"),
        # Rows of two societies: who asks, and who may see it now.
        Rows("cases_transfer", society=("society_id", "receiver_id")),
        Rows("cases_transfercard", society=("society_id", "receiver_id")),
        # Who wrote words may take them away; who holds them may read them.
        Rows("cases_transfertext", society=("owner_id", "holder_id")),
        Rows("cases_incoming"),
        Rows("cases_event"),
        Rows("cases_joined"),
        Rows("cases_count"),
        Rows("cases_account"),
        Rows("cases_attestation"),
        Rows("cases_savedview"),
        Rows("cases_redcrossmessage", society=("society_id", "partner_id")),
        Rows("cases_redcrosspaper", society=("society_id", "partner_id")),
        Rows("cases_redcrosspart"),
        Rows("cases_safeandwell"),
        Rows("cases_safetag"),
        Rows("cases_located"),
        Rows("cases_whereabouts"),
        Rows("cases_choice"),
        Rows("cases_proof"),
        Rows("cases_judgement"),
        Rows("cases_release"),
        Rows("cases_outcome"),
        Rows("cases_aftercontact"),
        Rows("cases_reunion"),
        Rows("cases_reunionstep"),
        Rows("cases_reunionsheet"),
        Rows("cases_contactplan"),
        Rows("cases_plannedtalk"),
        Rows("cases_referral"),
        Rows("cases_fate"),
        Rows("cases_fateword"),
        Rows("cases_telling"),
        Rows("cases_unnamed"),
        Rows("cases_source"),
        Rows("cases_enquiry"),
        # Of the society that asked, and of the one that gives.
        Rows("cases_passage", society=("society_id", "giver_id")),
        Rows("cases_child"),
        Rows("cases_childpage"),
        Rows("cases_childtalk"),
        Rows("cases_childnote"),
        Rows("cases_childclaim"),
        Rows("cases_childstep"),
        Rows("cases_childphoto"),
        Rows("cases_casefile"),
        Rows("cases_casereview"),
        Rows("cases_tried"),
    ]
