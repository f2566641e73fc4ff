// explain/record_words.h: words for what a record says: dates, rows, counties, levels, charges, convictions.
// Not here: unknown facts of a decision (explain/words.h), layout. Inside the room; UTF-8; pure functions.
#pragma once

#include <span>
#include <string>

#include "explain/explanation.h"

namespace redress::explain {

// "2014-02-11", "1998 (month and day unknown)", "1998-05 (day unknown)", "between … and …", "on or before …".
std::string span_words(DateSpan span);

// The same; "date unknown" where it may be any day, and "(contradictory)" where rows disagree.
std::string date_words(const model::DateFact& date);

// "row 8", "rows 2-3, 9", with the file of each stretch where there are several inputs; empty without rows.
std::string rows_words(const ShownRecord& record, std::span<const model::RowNumber> rows);

// " (row 8)"; empty without rows.
std::string in_rows(const ShownRecord& record, std::span<const model::RowNumber> rows);

// "Los Angeles", "county missing".
std::string title_case(std::string_view upper);
std::string county_words(const ShownRecord& record, const model::Known<std::string>& county);

// "felony", "level missing".
std::string level_words(const model::Known<model::Level>& level);

// The citation as DOJ writes it, or "charge unreadable".
std::string citation_words(const model::Charge& charge);

// The citation and the rest of the charge text: "503 VC take car"; an unknown charge as the file writes it, and why.
std::string charge_words(const ShownRecord& record, const model::Conviction& conviction);

// The same of any charge text; one that cites nothing in small letters.
std::string charge_text_words(const ShownRecord& record, std::string_view charge_text);

// "187 PC of 1998-05-04 (row 12)", "registration of 2001-02-03 (row 4)".
std::string subject_words(const ShownRecord& record, evaluate::Subject subject);

// The same for the middle of a sentence: "187 PC of 1998-05-04 in row 12", "the registration in row 4". Empty for the
// person as a whole.
std::string subject_name(const ShownRecord& record, evaluate::Subject subject);

// "3 convictions", "1 conviction", "no conviction".
std::string counted(std::size_t number, std::string_view noun);

// In lower case where the letters are ASCII, runs of blanks as one.
std::string in_small_letters(std::string_view utf8);

}  // namespace redress::explain
