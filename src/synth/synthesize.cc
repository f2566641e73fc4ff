#include "synth/synthesize.h"

#include <algorithm>
#include <array>
#include <string>

#include "redress/near_match.h"
#include "synth/life.h"
#include "synth/mess.h"
#include "synth/row_writer.h"

namespace redress::synth {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{256} * 1024;

Error wrong_use(std::string code, std::string cause, std::string next_step) {
  return Error{ErrorKind::kUsage, std::move(code), {}, std::move(cause), std::move(next_step), {}};
}

Status check(const SynthOptions& options, const model::Layout& layout) {
  if (options.county.empty()) {
    return wrong_use("synth.county", "the invented file needs a county", "Name one, such as LOS ANGELES.");
  }
  const auto known = options.counties;
  if (std::find(known.begin(), known.end(), options.county) == known.end()) {
    const auto near = near_match(options.county, known);
    return wrong_use("synth.county", "there is no county '" + options.county + "' in California",
                     near ? "Did you mean '" + *near + "'?" : "Name one, such as LOS ANGELES.");
  }
  if (options.people == 0) {
    return wrong_use("synth.people", "a file of no people is empty", "Ask for at least one person.");
  }
  if (options.people > kMostPeople) {
    return wrong_use("synth.people", "there are not enough 9-digit person numbers for so many people",
                     "Ask for at most 900,000,000 people.");
  }
  const bool is_complete = std::all_of(layout.column_of.begin(), layout.column_of.end(),
                                       [&](const auto& at) { return at && *at < layout.columns.size(); });
  if (!is_complete) {
    return wrong_use("synth.layout", "the format has no column for one of the facts of a row",
                     "Use a format that names a column for every fact.");
  }
  return Done{};
}

void append_header(const model::Layout& layout, std::string& out) {
  for (const model::Column& column : layout.columns) {
    if (&column != &layout.columns.front()) out += ',';
    out += column.name;
  }
  out += '\n';
}

// Rows that wait until some further people have been written. A ring: place (n mod size) holds what follows person n.
class LateRows {
 public:
  std::string& after(std::uint64_t person) { return waiting_[person % waiting_.size()]; }

  void move_into(std::string& out, std::uint64_t person) {
    out += after(person);
    after(person).clear();
  }

 private:
  std::array<std::string, kMostPeopleBetween + 1> waiting_;
};

}  // namespace

Status synthesize(const SynthOptions& options, const model::Layout& layout,
                  const std::function<Status(std::string_view)>& write) {
  if (Status checked = check(options, layout); !checked.ok()) return checked;
  std::string out;
  append_header(layout, out);
  RowWriter writer(layout);
  LateRows late;
  Life life;
  for (std::uint64_t person = 0; person < options.people; ++person) {
    invent_life(options.seed, person, {options.county, options.counties}, life);
    if (options.mess == Mess::kWithMess) add_mess(options.seed, person, life);
    writer.begin(life);
    for (std::size_t i = 0; i < life.rows.size(); ++i) {
      writer.append(life.rows[i], i < life.late_from ? out : late.after(person + life.late_by));
    }
    late.move_into(out, person);
    if (out.size() < kPieceBytes) continue;
    if (Status written = write(out); !written.ok()) return written;
    out.clear();
  }
  for (std::uint64_t i = 0; i < kMostPeopleBetween; ++i) late.move_into(out, options.people + i);
  return write(out);
}

}  // namespace redress::synth
