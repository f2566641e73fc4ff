// Invented people, written to a file that is complete or absent.
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "redress/synth.h"
#include "run/policy_library.h"
#include "run/progress.h"
#include "synth/synthesize.h"
#include "write/output_file.h"

namespace redress {

Result<SynthReport> synthesize(const SynthRequest& request, RunObserver* observer) {
  Result<run::Formats> formats = run::load_formats();
  if (!formats) return formats.error();
  const Result<std::vector<std::string>> counties = run::load_counties();
  if (!counties) return counties.error();
  Result<std::unique_ptr<write::OutputFile>> file = write::OutputFile::begin(request.out);
  if (!file) return file.error();
  const synth::SynthOptions options{request.people, to_upper_ascii(trimmed(request.county)), request.seed,
                                    request.clean ? synth::Mess::kClean : synth::Mess::kWithMess, *counties};
  write::FileSink& sink = (*file)->sink();
  Status made = synth::synthesize(options, formats->input, [&](std::string_view piece) -> Status {
    if (Status go_on = run::check_cancelled(observer); !go_on) return go_on;
    return sink.write(piece);
  });
  if (!made) return made.error();
  Result<write::WrittenFile> written = (*file)->finish();
  if (!written) return written.error();
  return SynthReport{written->bytes};
}

}  // namespace redress
