// synth/word_lists.h: the words that invented people and records are put together from.
// Not here: charges (charges.h), choosing (life.h, mess.h). Tables; no real person's name is meant.
#pragma once

#include <span>
#include <string_view>

namespace redress::synth {

using Words = std::span<const std::string_view>;

Words last_names();
Words first_names();
Words accented_last_names();   // UTF-8 letters beyond ASCII
Words accented_first_names();
Words races();
Words towns();                 // invented
Words remarks();               // plain comments, without a charge, a relief or a quoting mark
Words dismissals();            // how a court count ends without conviction
Words rejections();            // how an arrest ends without a court

Words relief_comments();       // relief that a court has entered already
Words quoted_comments();       // with commas, quotation marks and line breaks
Words unreadable_charges();    // no section that anyone could read
Words uncoded_charges();       // a section whose code is missing or none that exists
Words empty_cells();           // ways to leave a cell empty
Words impossible_dates();

}  // namespace redress::synth
