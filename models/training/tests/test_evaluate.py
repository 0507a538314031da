from haidang_training.names import Name, as_they_are, in_place_of_others, longest_names, read_names
from haidang_training.quality import empty, exact_names, is_loop, kept_digits, with_marks

NAMES = [Name("Sở Ngoại vụ", "Department of Foreign Affairs"), Name("Hải Phòng", "Hai Phong")]


def test_exact_names_counts_whole_words_as_often_as_wanted():
    assert exact_names(["Hai Phong and Hai Phongs", "none"], [["Hai Phong", "Hai Phong"], ["Hai Phong"]]) == (1, 3)


def test_kept_digits_compares_sequences_by_number():
    assert kept_digits(["5/5/2026 và 12,3"], ["5 May 2026 and 123"]) == (2, 5)


def test_is_loop_four_words_three_times():
    assert is_loop("a b c d a b c d a b c d") and not is_loop("a b c d a b c d")


def test_empty_and_marks_are_counted():
    assert empty(["", " ", "x"]) == 2
    assert with_marks(["a ¦ b", "⟦ a", "plain"]) == 2


def test_in_place_of_others_puts_a_name_where_both_sides_agree():
    sources = ["Ông đến Sevilla năm 2010.", "Không có tên nào."]
    targets = ["He came to Sevilla in 2010.", "No name here."]
    made = in_place_of_others(sources, targets, NAMES[:1], 3)
    assert len(made) == 3
    assert made[0].plain == "Ông đến Sở Ngoại vụ năm 2010."
    assert made[0].annotated == "Ông đến ⟦ Sở Ngoại vụ ¦ Department of Foreign Affairs ⟧ năm 2010."
    assert made[0].wanted == ["Department of Foreign Affairs"]


def test_as_they_are_takes_names_whose_rendering_is_in_the_reference():
    sources = ["Sở Ngoại vụ Hải Phòng họp.", "Hải Phòng họp."]
    targets = ["The Department of Foreign Affairs of Haiphong meets.", "They meet."]
    [made] = as_they_are(sources, targets, NAMES)
    assert made.wanted == ["Department of Foreign Affairs"]


def test_longest_names_do_not_overlap():
    names = [*NAMES, Name("Sở Ngoại vụ Hải Phòng", "Hai Phong Department of Foreign Affairs")]
    assert longest_names("Sở Ngoại vụ Hải Phòng", names) == [(0, 21, "Hai Phong Department of Foreign Affairs")]


def test_read_names_leaves_patterns_out(tmp_path):
    file = tmp_path / "names.csv"
    file.write_text('vi,en,status\nHải Phòng,Hai Phong,preferred\n"Quận, Huyện",District,preferred\n', encoding="utf-8")
    assert read_names(file, "en", "vi") == [Name("Hai Phong", "Hải Phòng")]
