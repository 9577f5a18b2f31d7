-- Grain: one row per meeting of a body; made of all meetings.
-- Key: meeting_id.
with counted as (
    select
        meeting_id,
        count(*) as invited,
        count(*) filter (where timeliness <> 'no_reply') as replied,
        count(*) filter (where timeliness = 'in_time') as in_time,
        count(*) filter (where timeliness = 'late') as late,
        avg(coverage) filter (where timeliness <> 'no_reply') as coverage,
        sum(words)::bigint as words
    from derived.respondent_summary
    group by meeting_id
),
asked as (
    select meeting_id, count(*) as recommendations
    from core.recommendations
    group by meeting_id
),
by_theme as (
    select meeting_id, theme, count(*) as recommendations
    from derived.themes
    where respondent is null
    group by meeting_id, theme
),
themed as (
    select
        meeting_id,
        string_agg(theme || ' ' || recommendations, '; ' order by recommendations desc, theme) as themes
    from by_theme
    group by meeting_id
)
select
    meetings.meeting_id,
    meetings.body,
    meetings.ordinal,
    meetings.starts,
    coalesce(counted.invited, 0) as invited,
    coalesce(counted.replied, 0) as replied,
    counted.replied / counted.invited as replied_share,
    coalesce(counted.in_time, 0) as in_time,
    coalesce(counted.late, 0) as late,
    counted.coverage,
    coalesce(counted.words, 0) as words,
    coalesce(asked.recommendations, 0) as recommendations,
    themed.themes
from core.meetings as meetings
left join counted on counted.meeting_id = meetings.meeting_id
left join asked on asked.meeting_id = meetings.meeting_id
left join themed on themed.meeting_id = meetings.meeting_id
order by meetings.body, meetings.starts, meetings.ordinal, meetings.meeting_id
