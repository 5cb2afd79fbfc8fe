"""Lists of words, one a line."""

from jointaction.domain.claims.asking.values import LocalWords
from jointaction.domain.claims.words_kept import WordKind, local_words, version_of_words, words_in


def test_each_word_counts_once_whatever_its_case_and_blanks():
    assert words_in("Gilded  Heron\n\n gilded heron \nBlue Barge") == ("Gilded Heron", "Blue Barge")


def test_kept_words_go_to_their_kind():
    kept = [(WordKind.PEOPLE, "Ada Fenn"), (WordKind.PREMISES, "Blue Barge")]
    assert local_words(kept) == LocalWords(people=("Ada Fenn",), premises=("Blue Barge",))


def test_other_words_or_another_kind_make_another_version():
    versions = {
        version_of_words(words)
        for words in (LocalWords(), LocalWords(people=("Barge",)), LocalWords(premises=("Barge",)))
    }
    assert len(versions) == 3
