-- Grain: one row per open finding: those nobody has accepted.
-- Key: meeting_id, number.
select
    findings.meeting_id,
    findings.respondent,
    respondents.name,
    findings.file,
    findings.recommendation,
    findings.severity,
    findings.code,
    findings.message,
    findings.action,
    findings.finding_id,
    findings.number
from quality.findings as findings
left join core.respondents as respondents on respondents.respondent = findings.respondent
where findings.accepted_on is null
order by findings.meeting_id, findings.severity, respondents.sort_key nulls first, findings.number
