package io.haidang.summarization.compress;

/** What can be left out of a sentence, what is missed least first. */
public enum Clause {
  /** "Bên cạnh đó," at the beginning: it ties the sentence to one that is not there. */
  CONNECTIVE,
  /** What stands in brackets. */
  PARENTHESIS,
  /** "theo số liệu của …", when it names a report and no person. */
  ATTRIBUTION,
  /** "trong đó …" up to the end. */
  DETAIL,
  /** "…, một trong những …," between commas. */
  APPOSITION,
  /** "nhằm …", "góp phần …" up to the end. */
  PURPOSE,
  /** What follows a semicolon. */
  COORDINATE,
  /** "Ngày 12/5," at the beginning; a reader then has to have the date from elsewhere. */
  TIME,
  /** "Tại Đình Vũ," at the beginning; a reader then has to know the place from elsewhere. */
  PLACE,
  /** "đầu tiên", "thứ hai" behind a noun: the rest is true of the first one, too. */
  RANK,
  /** "200 … mỗi năm", figure and unit of time together: neither is true without the other. */
  RATE,
  /** "với …", "tại …" up to the end; a reader then has to know the circumstances from elsewhere. */
  ADJUNCT
}
