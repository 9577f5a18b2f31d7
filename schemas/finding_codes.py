"""The list of finding codes: severity, what a code means, and what the desk officer does next.

Part of the contract: codes are not renamed. A code stands here once something in the pipeline can raise it.
Keeps out: the findings themselves (`quality.py`) and how they are raised (`pipeline/findings.py`).
"""

from schemas.finding_code import Case, FindingCode

FINDING_CODES = {
    "unreadable_file": FindingCode(
        "error",
        "the file is damaged or not what its content claims",
        "Ask the sender for the file again, or open and save it in Word, and put it in its place.",
    ),
    "unsupported_format": FindingCode(
        "error", "the file is of a format that is not read", "Save it as .docx and put that file into the folder."
    ),
    "file_too_large": FindingCode(
        "error",
        "the file is larger than the limit, or unpacks to more than the limit",
        "Remove pictures and attachments from it, or ask the sender for the form alone.",
    ),
    "encrypted_file": FindingCode(
        "error",
        "the file is protected by a password",
        "Ask the sender for the password, save the file without it, and put that file into the folder.",
    ),
    "no_text": FindingCode(
        "error", "the file holds no text", "Ask for the Word version of the form, or type the reply into one."
    ),
    "unknown_respondent": FindingCode(
        "error",
        "nobody in the register has the name that the reply gives",
        "Write the respondent's code beside this file in receipts.csv, or add the name to its aliases.",
        {
            "of_several": Case(
                "Write the name or code in that row or form as respondents.csv has it, or add the name to its aliases."
            )
        },
    ),
    "ambiguous_respondent": FindingCode(
        "error",
        "the name that the reply gives fits more than one respondent",
        "Write the respondent's code beside this file in receipts.csv.",
        {"of_several": Case("Write the respondent's code into that row or form in place of the name.")},
    ),
    "respondent_conflict": FindingCode(
        "error",
        "receipts.csv and the reply itself name different respondents",
        "See whose reply it is: correct the code in receipts.csv, or move the file out of the folder.",
        {"side_by_side": Case("Put each into a file of its own.", "the reply has the answers of several respondents")},
    ),
    "unknown_recommendation": FindingCode(
        "error",
        "the reply answers a recommendation that the meeting does not have",
        "See which recommendation is meant and put the answer under it in a corrected copy.",
    ),
    "wrong_questionnaire": FindingCode(
        "error",
        "the form belongs to another meeting's questionnaire",
        "Move the file to the folder of its own meeting, or ask the sender for the right form.",
        {
            "nothing_recognised": Case(
                "Read it: put what answers a recommendation into a form, and keep a mere letter outside replies/.",
                "no recommendation is recognised in the file",
            )
        },
    ),
    "duplicate_answer": FindingCode(
        "error",
        "the reply answers the same recommendation twice",
        "Join the two answers in a corrected copy, or delete the one that does not count.",
    ),
    "invalid_value": FindingCode(
        "error",
        "a value is not one of those that can stand there",
        "Correct the value in a copy of the file and put that copy into the folder.",
    ),
    "unplaced_text": FindingCode(
        "warning",
        "the reply has words where no field and no answer is",
        "Read them; what belongs to an answer goes into editorial/ or into a corrected copy of the form.",
        {
            "picture": Case("Open the file and look; type it into editorial/.", "the reply holds what is not read"),
        },
    ),
    "editor_query": FindingCode(
        "warning",
        "an editor left a question beside the paragraph",
        "Answer it, and write that into its line of queries.csv under answered.",
        {
            "recommendation": Case(
                "Recommendations are printed as adopted: where meeting.yaml differs from that text, correct it there.",
                "an editor changed a recommendation",
            ),
            "heading": Case(
                "Headings and masthead come from meeting.yaml (issues, note): change them there, or let it be.",
                "an editor changed a heading or a line of the masthead",
            ),
            "introduction": Case(
                "The introduction comes from meeting.yaml (note.introduction): put the wording there, or let it be.",
                "an editor changed the introduction",
            ),
            "new_paragraph": Case(
                "A paragraph needs an answer: see whose it is and join it to that respondent's paragraph.",
                "an editor wrote a paragraph that was not in the note",
            ),
            "moved": Case(
                "A paragraph stands under what its answer is to: see whether the answer belongs elsewhere.",
                "an editor moved a paragraph to another recommendation",
            ),
            "split": Case(
                "A respondent has one paragraph under a recommendation: see that it reads well as one.",
                "an editor made several paragraphs of one",
            ),
        },
    ),
    "late_reply": FindingCode(
        "warning",
        "the reply came after the cut-off and is not in the note",
        "Nothing, or set questionnaire.as_at in meeting.yaml if later replies are to be taken.",
    ),
    "superseded_reply": FindingCode(
        "warning",
        "a later reply of the same respondent counts instead",
        "Nothing, or move the wrong one of the two files out of the folder.",
        {
            "fewer": Case(
                "If the later one only adds to it, put one file with the answers of both into the folder.",
                "a later reply counts instead, which answers fewer recommendations",
            )
        },
    ),
    "duplicate_file": FindingCode(
        "warning", "the file has the same content as another one", "Delete one of the two files."
    ),
    "no_receipt": FindingCode(
        "warning",
        "receipts.csv does not say when the file was received",
        "Add the file with its day of receipt to receipts.csv.",
    ),
    "receipt_without_file": FindingCode(
        "warning",
        "receipts.csv names a file that is not in the folder",
        "Put the file into the folder, or correct its name in receipts.csv.",
    ),
    "date_doubtful": FindingCode(
        "warning",
        "a date is missing or cannot be read for certain",
        "Write the day of receipt into receipts.csv.",
        {
            "receipt_there": Case(
                "Nothing for the note: the day of receipt is known. The date of submission stays open."
            ),
            "receipt_wrong": Case("Correct the day in receipts.csv."),
            "two_lines": Case("Keep the line of receipts.csv that is right and delete the other."),
        },
    ),
    "consent_not_stated": FindingCode(
        "warning",
        "the reply does not say whether it may be published",
        "Ask the respondent if the reply is to be published; until then it is not.",
    ),
    "consent_unclear": FindingCode(
        "warning",
        "the marks on publication contradict each other",
        "Ask the respondent if the reply is to be published; until then it is not.",
    ),
    "action_unclear": FindingCode(
        "warning",
        "neither yes nor no, or both, are marked",
        "Ask the respondent which of the two is meant; the text is in the note meanwhile.",
    ),
    "yes_without_text": FindingCode(
        "warning",
        "action was taken, but the reply does not say which",
        "Ask the respondent what was done; without text there is no paragraph.",
    ),
    "no_with_text": FindingCode(
        "warning",
        "no action was taken, yet the reply has text",
        "Read the text; if it belongs in the note, write the paragraph into editorial/.",
    ),
    "blank_answer": FindingCode(
        "warning",
        "the reply leaves recommendations without an answer",
        "Nothing, or ask the respondent if they were overlooked.",
    ),
    "missing_from_form": FindingCode(
        "warning",
        "the reply lacks a recommendation that the questionnaire has",
        "See whether the respondent cut it out or used another form.",
    ),
    "over_word_cap": FindingCode(
        "warning",
        "the answer is longer than the questionnaire asks for",
        "Shorten the paragraph (rapporteur edit, or in note.docx) where the note needs the room.",
    ),
    "refers_elsewhere": FindingCode(
        "warning",
        "the answer points elsewhere",
        "Read what it points to; where the note needs it here, write the paragraph into editorial/.",
    ),
    "echoes_recommendation": FindingCode(
        "warning",
        "the answer says little more than the recommendation itself",
        "Ask the respondent what was done, or leave the paragraph out in editorial/.",
    ),
    "repeats_other_answer": FindingCode(
        "warning",
        "the answer says what another answer says",
        "See whether one paragraph is enough; merge or shorten the other in editorial/.",
    ),
    "personal_data": FindingCode(
        "warning",
        "the answer holds contact data or a person's name",
        "See that the paragraph does without it; ask the respondent for a copy without it if need be.",
    ),
    "not_english": FindingCode(
        "warning",
        "the answer is not in English",
        "Have it translated and put the paragraph into editorial/; until then the note has none for it.",
    ),
    "tracked_changes": FindingCode(
        "warning",
        "the file holds tracked changes; insertions count, deletions do not",
        "Ask the respondent whether that is the version meant.",
    ),
    "recommendation_text_changed": FindingCode(
        "warning",
        "the form words the recommendation differently from the adopted text",
        "See whether the respondent answered the adopted recommendation; the note prints the adopted text.",
        {
            "moved": Case(
                "See that meeting.yaml is as adopted; the answer was put where its text stands now.",
                "the form has another recommendation's text under this label",
            )
        },
    ),
    "stale_editorial": FindingCode(
        "warning",
        "the answer has changed since the editor's paragraph was written",
        "Read the answer again, adjust the paragraph and set its `of` to the new value.",
        {
            "without_of": Case(
                "Read the answer; where the paragraph fits it, add this `of` to the entry.",
                "the editor's paragraph does not say which answer it was written for",
            )
        },
    ),
    "editorial_without_answer": FindingCode(
        "warning",
        "an editor's paragraph has no answer in the reply that counts",
        "Remove the entry, or see why the answer is gone.",
    ),
    "needs_editor": FindingCode(
        "warning",
        "the draft holds wording that the rules could not settle",
        "Read the paragraph and correct it: with rapporteur edit, or in note.docx, to be taken back.",
        {
            "left_out": Case(
                "Nothing, unless the note needs it: then write the paragraph into editorial/.",
                "a sentence of the answer is not in the draft, since it says nothing for the note",
            ),
            "other_name": Case(
                "See that the file belongs here; where the folder was renamed after the forms were sent, do nothing.",
                "the form names another meeting, but asks the recommendations of this one",
            ),
        },
    ),
    "style": FindingCode(
        "warning",
        "house style has another wording",
        "Give the paragraph the better wording (rapporteur edit, or in note.docx), or accept the finding.",
    ),
    "cut_to_fit": FindingCode(
        "warning",
        "sentences of the answer were left out so that the note keeps to its limit",
        "Nothing, or write the paragraph into editorial/ where others should stay: what an editor writes is never cut.",
    ),
    "changed_after_issue": FindingCode(
        "warning",
        "the note differs from the one that was issued",
        "Have it reissued or corrected (rapporteur issue --force), or put the raw files back as they were.",
    ),
    "note_over_limit": FindingCode(
        "warning",
        "the note has more words than its limit",
        "Shorten paragraphs, the longest first: with rapporteur edit, or in note.docx, to be taken back.",
    ),
    "figure_not_in_reply": FindingCode(
        "warning",
        "a paragraph gives a figure that its answer does not",
        "Compare the paragraph with the answer and correct it in editorial/.",
    ),
    "no_response_to_recommendation": FindingCode(
        "warning", "nobody answered the recommendation", "Nothing, or say so in the note's introduction."
    ),
}
