// write/json/trace_json.h: people's records and every answer about them, step by step, for machines.
// Not here: the answers (explain/person_answers.h), words (explain). Its keys stand in docs/schema/trace.schema.json.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "explain/explanation.h"
#include "explain/person_answers.h"
#include "redress/date.h"

namespace redress::write {

// What the run knows beside the people. Texts are UTF-8; views must outlive the object that is made of them.
struct TraceRun {
  std::string_view version;  // of the program
  Date as_of;
  std::string_view county;
  std::span<const std::string> file_names;  // of all inputs; written without their folders
  std::string_view search;                  // "person", "cii_number", "case_number", "name"
  std::uint64_t people_found = 0;
};

// Takes one person after the other, so that none has to outlive the call. One thread at a time. Holds personal facts.
class TraceJson {
 public:
  // The policies must outlive the object; the first is the office's.
  TraceJson(const TraceRun& run, std::span<const explain::AskedPolicy> policies);
  ~TraceJson();
  TraceJson(const TraceJson&) = delete;
  TraceJson& operator=(const TraceJson&) = delete;

  // REQUIRES: the answers are those of the policies about the person of the record.
  void add_person(const explain::ShownRecord& record, std::span<const explain::SubjectAnswers> answers);

  // UTF-8, two blanks of indent, LF at the end; bytes that are not UTF-8 become U+FFFD. The same calls give the same
  // bytes. No number has a fraction: decimals are texts.
  std::string text() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace redress::write
