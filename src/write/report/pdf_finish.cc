// By qpdf's C interface: its C++ headers do not compile with every compiler that builds this program.
#include "write/report/pdf_finish.h"

#include <qpdf/qpdf-c.h>

#include <cstddef>
#include <memory>
#include <string_view>

namespace redress::write {
namespace {

struct CleanUp {
  void operator()(_qpdf_data* pdf) const { qpdf_cleanup(&pdf); }
};
using OwnedPdf = std::unique_ptr<_qpdf_data, CleanUp>;

// Walks the tags in their order, which is the order in which they were begun.
class TagMarks {
 public:
  TagMarks(qpdf_data pdf, const PdfPages::Marks& marks) : pdf_(pdf), marks_(marks) {}

  void visit(qpdf_oh element) {
    if (qpdf_oh_is_array(pdf_, element) != QPDF_FALSE) {
      const int count = qpdf_oh_get_array_n_items(pdf_, element);
      for (int i = 0; i < count; ++i) visit(qpdf_oh_get_array_item(pdf_, element, i));
      return;
    }
    if (qpdf_oh_is_dictionary(pdf_, element) == QPDF_FALSE) return;
    const qpdf_oh kind = qpdf_oh_get_key(pdf_, element, "/S");
    if (qpdf_oh_is_name(pdf_, kind) != QPDF_FALSE) mark(element, qpdf_oh_get_name(pdf_, kind));
    if (qpdf_oh_has_key(pdf_, element, "/K") != QPDF_FALSE) visit(qpdf_oh_get_key(pdf_, element, "/K"));
  }

  bool used_all() const { return figure_ == marks_.figures.size() && header_ == marks_.headers.size(); }

 private:
  void mark(qpdf_oh element, std::string_view kind) {
    if (kind == "/Figure" && figure_ < marks_.figures.size()) {
      qpdf_oh_replace_key(pdf_, element, "/Alt",
                          qpdf_oh_new_unicode_string(pdf_, marks_.figures[figure_++].c_str()));
    }
    if (kind != "/TH" || header_ == marks_.headers.size()) return;
    const qpdf_oh attributes = qpdf_oh_new_dictionary(pdf_);
    qpdf_oh_replace_key(pdf_, attributes, "/O", qpdf_oh_new_name(pdf_, "/Table"));
    qpdf_oh_replace_key(pdf_, attributes, "/Scope", qpdf_oh_new_name(pdf_, ("/" + marks_.headers[header_++]).c_str()));
    qpdf_oh_replace_key(pdf_, element, "/A", attributes);
  }

  qpdf_data pdf_;
  const PdfPages::Marks& marks_;
  std::size_t figure_ = 0;
  std::size_t header_ = 0;
};

Error finishing_fault() {
  Error error;
  error.kind = ErrorKind::kInternal;
  error.code = "report.pdf";
  error.cause = "the PDF could not be made whole";
  error.next_step = "Leave the report out with --no-report, and please report this as a fault of the program.";
  return error;
}

bool has_failed(QPDF_ERROR_CODE code) {
  return (code & QPDF_ERRORS) != 0;
}

}  // namespace

Result<std::string> finished_pdf(const PdfPages::Drawn& drawn, const std::string& language) {
  const OwnedPdf owned(qpdf_init());
  qpdf_data pdf = owned.get();
  qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
  qpdf_silence_errors(pdf);
  if (has_failed(qpdf_read_memory(pdf, "report.pdf", drawn.bytes.data(), drawn.bytes.size(), nullptr)))
    return finishing_fault();
  const qpdf_oh root = qpdf_get_root(pdf);
  qpdf_oh_replace_key(pdf, root, "/Lang", qpdf_oh_new_string(pdf, language.c_str()));
  const qpdf_oh preferences = qpdf_oh_new_dictionary(pdf);
  qpdf_oh_replace_key(pdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool(pdf, QPDF_TRUE));
  qpdf_oh_replace_key(pdf, root, "/ViewerPreferences", preferences);
  TagMarks marks(pdf, drawn.marks);
  marks.visit(qpdf_oh_get_key(pdf, qpdf_oh_get_key(pdf, root, "/StructTreeRoot"), "/K"));
  if (!marks.used_all() || qpdf_has_error(pdf) != QPDF_FALSE) return finishing_fault();
  if (has_failed(qpdf_init_write_memory(pdf))) return finishing_fault();
  qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
  qpdf_set_minimum_pdf_version(pdf, "1.7");
  qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
  if (has_failed(qpdf_write(pdf))) return finishing_fault();
  const unsigned char* bytes = qpdf_get_buffer(pdf);
  return std::string(reinterpret_cast<const char*>(bytes), qpdf_get_buffer_length(pdf));
}

}  // namespace redress::write
