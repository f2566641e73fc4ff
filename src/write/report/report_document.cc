#include "write/report/report_document.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

#include "write/json/summary_reader.h"
#include "write/report/count_limits.h"
#include "write/report/report_draft.h"

namespace redress::write {
namespace {

constexpr const char* kHiddenWords = "hidden";

class Hiding {
 public:
  explicit Hiding(const std::set<std::string>& hidden) : hidden_(hidden) {}

  void operator()(Heading&) const {}
  void operator()(Blanks&) const {}
  void operator()(Paragraph& paragraph) const { hide(paragraph.words); }
  void operator()(ItemList& list) const {
    for (Words& item : list.items) hide(item);
  }
  void operator()(Table& table) const {
    for (TableRow& row : table.rows) hide(row.cells);
  }
  void operator()(Chart& chart) const {
    for (Bar& bar : chart.bars) {
      for (BarPart& part : bar.parts) {
        if (!is_hidden(part.tells)) continue;
        part.is_hidden = true;
        part.value = 0;
      }
    }
  }

 private:
  bool is_hidden(const std::vector<std::string>& tells) const {
    return std::any_of(tells.begin(), tells.end(), [&](const std::string& name) { return hidden_.contains(name); });
  }
  void hide(Words& words) const {
    for (Cell& cell : words) {
      if (is_hidden(cell.tells)) cell.text = kHiddenWords;
    }
  }

  const std::set<std::string>& hidden_;
};

void put_on_every_page(ReportDraft& draft) {
  const SummaryPart& run = draft.summary.at("run");
  const std::string county = run.at("county").get<std::string>();
  Document& document = draft.document;
  document.created = run.at("as_of").get<std::string>();
  document.title = run.at("policy").at("title").get<std::string>();
  document.subtitle = "County: " + county + ". As of " + document.created + ".";
  document.banner = draft.is_public()
                        ? "Public edition. Counts of 1 to 10, and what would give them away, are hidden."
                        : "INTERNAL EDITION. CONFIDENTIAL. Criminal history information; not for release.";
  document.footer = run.at("policy").at("id").get<std::string>() + ", version " +
                    run.at("policy").at("version").get<std::string>() + ". " + county + ", as of " + document.created;
}

void put_together(ReportDraft& draft) {
  put_on_every_page(draft);
  add_glance(draft);
  add_criteria(draft);
  add_reconciliation(draft);
  add_decisions(draft);
  add_side_by_side(draft);
  add_reviews(draft);
  add_impact(draft);
  add_quality(draft);
  add_limits(draft);
  add_accuracy(draft);
  add_later(draft);
  add_run(draft);
  if (!draft.is_public()) add_first_reviews(draft);
  add_other_criteria(draft);
}

Error figure_fault(const std::string& file, std::string_view what) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = "summary.figure";
  error.place.file = file;
  error.cause = "a figure of the summary is missing or is of another kind (" + std::string(what) + ")";
  error.next_step = "Give a results folder as this version of the program wrote it; 'redress verify' says more.";
  return error;
}

Error no_solver() {
  Error error;
  error.kind = ErrorKind::kOutput;
  error.code = "report.no_solver";
  error.cause =
      "the library that checks what a public edition gives away (libClp.so.1) is not on this machine, or is another one";
  error.next_step = "Install Debian's package coinor-libclp1, or its like. The internal edition does without it.";
  return error;
}

}  // namespace

Result<Document> report_document(const ReportSource& source, const std::string& file) {
  const Result<nlohmann::ordered_json> summary = read_summary(source.summary, file);
  if (!summary) return summary.error();
  ReportDraft draft{*summary, source};
  if (draft.is_public() && !CountLimits::is_available()) return no_solver();
  // The library says by an exception that a key is missing or of another kind; none leaves this room.
  try {
    put_together(draft);
  } catch (const nlohmann::json::exception&) {
    return figure_fault(file, draft.document.blocks.empty() ? "the run" : "after " + [&] {
      for (auto block = draft.document.blocks.rbegin(); block != draft.document.blocks.rend(); ++block) {
        if (const auto* heading = std::get_if<Heading>(&*block)) return "\"" + heading->text + "\"";
      }
      return std::string("the start");
    }());
  }
  if (draft.is_public()) {
    const std::set<std::string> hidden = draft.counts.hidden_in_public();
    for (Block& block : draft.document.blocks) std::visit(Hiding(hidden), block);
  }
  return std::move(draft.document);
}

}  // namespace redress::write
