-- Grain: one row per meeting, respondent and recommendation, for replies whose answers are kept.
-- Key: meeting_id, respondent, recommendation.
select
    answers.meeting_id,
    answers.respondent,
    respondents.name,
    answers.recommendation,
    recommendations.text as recommended,
    answers.action_taken,
    answers.status,
    answers.text as answer,
    paragraphs.number as paragraph,
    paragraphs.text as in_the_note,
    answers.file,
    answers.locator
from core.answers as answers
join core.respondents as respondents on respondents.respondent = answers.respondent
join core.recommendations as recommendations
    on recommendations.meeting_id = answers.meeting_id
    and recommendations.recommendation = answers.recommendation
left join derived.note_paragraphs as paragraphs
    on paragraphs.meeting_id = answers.meeting_id
    and paragraphs.respondent = answers.respondent
    and paragraphs.recommendation = answers.recommendation
order by answers.meeting_id, respondents.sort_key, recommendations.position
