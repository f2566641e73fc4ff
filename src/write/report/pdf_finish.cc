#include "write/report/pdf_finish.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <cstddef>
#include <exception>
#include <memory>

namespace redress::write {
namespace {

// Walks the tags in their order, which is the order in which they were begun.
class TagMarks {
 public:
  explicit TagMarks(const PdfPages::Marks& marks) : marks_(marks) {}

  void visit(QPDFObjectHandle element) {
    if (element.isArray()) {
      for (int i = 0; i < element.getArrayNItems(); ++i) visit(element.getArrayItem(i));
      return;
    }
    if (!element.isDictionary()) return;
    QPDFObjectHandle kind = element.getKey("/S");
    if (kind.isName()) mark(element, kind.getName());
    if (element.hasKey("/K")) visit(element.getKey("/K"));
  }

  bool used_all() const { return figure_ == marks_.figures.size() && header_ == marks_.headers.size(); }

 private:
  void mark(QPDFObjectHandle& element, const std::string& kind) {
    if (kind == "/Figure" && figure_ < marks_.figures.size())
      element.replaceKey("/Alt", QPDFObjectHandle::newUnicodeString(marks_.figures[figure_++]));
    if (kind != "/TH" || header_ == marks_.headers.size()) return;
    QPDFObjectHandle attributes = QPDFObjectHandle::newDictionary();
    attributes.replaceKey("/O", QPDFObjectHandle::newName("/Table"));
    attributes.replaceKey("/Scope", QPDFObjectHandle::newName("/" + marks_.headers[header_++]));
    element.replaceKey("/A", attributes);
  }

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

}  // namespace

Result<std::string> finished_pdf(const PdfPages::Drawn& drawn, const std::string& language) {
  // The library speaks by exceptions; none leaves this room.
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("report.pdf", drawn.bytes.data(), drawn.bytes.size());
    QPDFObjectHandle root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newString(language));
    QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
    TagMarks marks(drawn.marks);
    marks.visit(root.getKey("/StructTreeRoot").getKey("/K"));
    if (!marks.used_all()) return finishing_fault();
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setMinimumPDFVersion("1.7");
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  } catch (const std::exception&) {
    return finishing_fault();
  }
}

}  // namespace redress::write
