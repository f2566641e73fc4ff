// intake/sentence_text.h: the sentence cells of a row as a part of a sentence, and as words for a timeline.
// Not here: when a sentence ends (model/sentence.h). Pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/sentence.h"

namespace redress::intake {

// Trimmed texts; empty ones are empty cells. Nothing when both are empty: the row has no part. A length that is no
// whole number, or another unit than D, M or Y: a part of unknown length.
std::optional<model::SentencePart> read_sentence_part(std::string_view length, std::string_view unit);

// Whether a place of a sentence, or a disposition, names what lasts: prison, jail or probation; a fine does not. In any
// case of letters, also shortened ("CONVICTED-PROB/JAIL").
bool names_what_lasts(std::string_view text);

// Adds "JAIL 90 days" to the words of a count, after "; " where some stand there; as the file tells it where the length
// is unknown ("PRISON LIFE"). Adds nothing for a row without any of the three.
void add_sentence_words(std::string& words, std::string_view place, std::string_view length, std::string_view unit);

}  // namespace redress::intake
