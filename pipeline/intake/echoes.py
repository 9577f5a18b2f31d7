"""Answers that say again what is already said: the recommendation itself, another answer of the reply, another's reply.

Texts are compared by the runs of three words they share, all at once. Frames have a row for each text with its `key`, a
number that rises in the note's order. Keeps out: what follows from it (`doubts.py`).
"""

from collections.abc import Iterator

import polars as pl

# Share of an answer's runs of three words that stand in the recommendation, from which the answer says little else. In
# the published note for the forty-third meeting eight paragraphs lie above 0.4; the next one has 0.36.
ECHO = 0.4
# Share from which two answers of one reply are near copies: in that note the pairs that are have 0.38 and 0.64.
WITHIN_REPLY = 0.35
# Share of an answer's words in sentences that another respondent wrote word for word, from which it is a copy.
COPIED = 0.6
# Shorter answers share three words, and shorter sentences all of them, by chance.
ENOUGH_WORDS, SENTENCE_WORDS = 10, 8
# Respondents compared within their replies at once; more would take more memory and no less time.
_AT_ONCE = 500


def runs(texts: pl.DataFrame) -> pl.DataFrame:
    """The different runs of three words of each text (`key`, `run` as a number), words folded."""
    found = pl.col("text").str.to_lowercase().str.extract_all(r"[\p{L}\p{N}]+")
    words = texts.select("key", word=found).explode("word", empty_as_null=False)
    word = pl.col("word").hash()
    # Sums of hashes stand for the three words in their order; with 64 bits two runs hardly ever share one.
    three = words.select("key", last=pl.col("key").shift(-2), run=word * 3 + word.shift(-1) * 5 + word.shift(-2) * 7)
    return three.filter(pl.col("key") == pl.col("last")).select("key", "run").filter(_mixed("key").is_first_distinct())


def _mixed(owner: str) -> pl.Expr:
    """A run and who has it as one number, which is compared far quicker than two."""
    return pl.col("run") + pl.col(owner).cast(pl.UInt64) * 0x9E3779B97F4A7C15


def parts(answers: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """The answers of some respondents at a time, each one's together."""
    respondents = answers["respondent"].unique(maintain_order=True)
    for start in range(0, len(respondents), _AT_ONCE):
        yield answers.filter(pl.col("respondent").is_in(respondents.slice(start, _AT_ONCE).implode()))


def echo_shares(answers: pl.DataFrame, said: pl.DataFrame, recommendations: pl.DataFrame) -> dict[int, float]:
    """Share of each answer's runs that its recommendation has too, 0 to 1, by key; short answers are left out.

    `answers` has key and recommendation, `said` their runs; `recommendations` has recommendation and text.
    """
    asked = recommendations.with_row_index("key")
    known = runs(asked).join(asked.select("key", "recommendation"), on="key").select("recommendation", "run")
    said = said.join(answers.select("key", "recommendation"), on="key")
    total = said.group_by("key").len("total").filter(pl.col("total") >= ENOUGH_WORDS - 2)
    shared = said.join(known, on=["recommendation", "run"], how="semi").group_by("key").len("shared")
    found = total.join(shared, on="key", how="inner").select("key", share=pl.col("shared") / pl.col("total"))
    return dict(found.iter_rows())


def repeats(answers: pl.DataFrame, said: pl.DataFrame) -> list[tuple[int, int, float]]:
    """Answers that are near copies of an earlier one of the same reply: key, the closest earlier one's, the share.

    The share is that of the smaller text's runs that both have. `answers` has key and respondent, `said` their runs.
    """
    sizes = said.group_by("key").len("size").filter(pl.col("size") >= ENOUGH_WORDS - 2)
    owners = answers.select("key", owner=pl.col("respondent").rank("dense").cast(pl.UInt32)).join(sizes, on="key")
    # A run that one answer of the reply has alone can be left out before the others are compared.
    shared = said.join(owners, on="key").with_columns(both=_mixed("owner")).filter(pl.col("both").is_duplicated())
    pairs = (
        shared.join(shared, on="both", suffix="_other")
        .filter(pl.col("key_other") < pl.col("key"))
        .group_by("key", "key_other")
        .agg(share=pl.len() / pl.min_horizontal(pl.col("size").first(), pl.col("size_other").first()))
        .filter(pl.col("share") >= WITHIN_REPLY)
        .sort("key", "share", "key_other", descending=[False, True, False])
        .unique("key", keep="first", maintain_order=True)
    )
    return list(pairs.select("key", "key_other", "share").iter_rows())


def copies(answers: pl.DataFrame) -> list[tuple[int, int, float]]:
    """Answers that another respondent wrote first, sentence for sentence: key, the other's key, the share of the words.

    Sentences are compared folded. `answers` has key, respondent and text.
    """
    text = pl.col("text").str.to_lowercase().str.replace_all(r"[.;!?]+(?:\s+|$)|\n+", "\u001f")
    sentences = (
        answers.select("key", "respondent", sentence=text.str.split("\u001f"))
        .explode("sentence", empty_as_null=False)
        .filter(pl.col("sentence") != "")
        .with_columns(words=pl.col("sentence").str.count_matches(" ", literal=True) + 1)
    )
    total = sentences.group_by("key").agg(total=pl.col("words").sum())
    long = sentences.filter(pl.col("words") >= SENTENCE_WORDS)
    first = long.sort("key").unique("sentence", keep="first", maintain_order=True)
    copied = (
        long.join(first.select("sentence", owner="respondent", source="key"), on="sentence")
        .filter(pl.col("owner") != pl.col("respondent"))
        .group_by("key")
        .agg(copied=pl.col("words").sum(), source=pl.col("source").min())
        .join(total, on="key")
        .with_columns(share=pl.col("copied") / pl.col("total"))
        .filter(pl.col("share") >= COPIED)
        .sort("key")
    )
    return list(copied.select("key", "source", "share").iter_rows())
