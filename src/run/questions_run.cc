// What keeps convictions in review: everybody decided, the questions counted, the file of facts to fill in written.
#include "redress/questions.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "intake/gather.h"
#include "run/batches.h"
#include "run/facts_run.h"
#include "run/opened_run.h"
#include "run/policy_answers.h"
#include "run/policy_choice.h"
#include "run/progress.h"
#include "run/run_papers.h"
#include "run/work_queue.h"
#include "tally/tally.h"
#include "write/output_file.h"
#include "write/policy_questions.h"
#include "write/text/questions_text.h"

namespace redress {
namespace {

constexpr std::size_t kPeopleAtOnce = 1024;

using Role = PolicyQuestions::Role;

// A policy of the run, and how its section and its rows speak of it.
struct QuestionedPolicy {
  const policy::Plan* plan = nullptr;
  Role role = Role::kOffice;
  std::string choice;
  std::string whose;
  run::AskedScope scope = run::AskedScope::kOwn;
};

std::vector<QuestionedPolicy> questioned_policies(const run::OpenedPolicies& policies, std::string office_choice) {
  const bool is_statute = policies.office.kind == "statute";
  std::vector<QuestionedPolicy> asked = {{&policies.office, is_statute ? Role::kStatute : Role::kOffice,
                                          std::move(office_choice), is_statute ? "Statute" : "Office"}};
  for (const run::AskedBeside& beside : policies.beside()) {
    if (beside.is_the_statute_again()) continue;
    asked.push_back({beside.plan, beside.is_statute ? Role::kStatute : Role::kFurther, beside.choice,
                     beside.is_statute ? "Statute" : beside.choice, beside.scope});
  }
  return asked;
}

// Decides people and counts what keeps their convictions in review; one for each thread.
class Questioner {
 public:
  enum class Queue : std::uint8_t { kNone, kWanted };

  Questioner(const run::OpenedRun& opened, std::span<const QuestionedPolicy> asked, const run::QueueWords& words,
             Queue queue)
      : opened_(opened),
        asked_(asked),
        words_(words),
        queue_(queue),
        gatherer_(opened.gatherer()),
        tallies_(asked.size()) {}

  void look_at(std::size_t number, std::vector<run::QueueRow>& rows) {
    const model::Person& person = gatherer_.gather(number);
    record_.add_record(person);
    const run::PolicyAnswers nothing;
    std::vector<run::PolicyAnswers> answers;
    for (const QuestionedPolicy& policy : asked_) {
      const run::PolicyAnswers& office = answers.empty() ? nothing : answers.front();
      answers.push_back(run::answers_beside(office, *policy.plan, policy.scope, person, opened_.policies.facts));
    }
    std::vector<run::QueueAnswers> of_policies;
    for (std::size_t i = 0; i < asked_.size(); ++i) {
      const policy::Plan& plan = *asked_[i].plan;
      for (const evaluate::Decision& decision : answers[i].convictions) tallies_[i].add_answer(plan, decision);
      tallies_[i].questions.add_person(plan, answers[i].convictions);
      of_policies.push_back({plan, asked_[i].whose, answers[i].convictions});
    }
    if (queue_ == Queue::kNone) return;
    std::vector<run::QueueRow> missing = run::missing_facts(words_, number, person, of_policies);
    std::move(missing.begin(), missing.end(), std::back_inserter(rows));
  }

  void merge(const Questioner& other) {
    record_.merge(other.record_);
    for (std::size_t i = 0; i < tallies_.size(); ++i) tallies_[i].merge(other.tallies_[i]);
  }

  const tally::Tally& record() const { return record_; }
  const tally::AnswerTally& tally(std::size_t policy) const { return tallies_[policy]; }

 private:
  const run::OpenedRun& opened_;
  std::span<const QuestionedPolicy> asked_;
  const run::QueueWords& words_;
  Queue queue_;
  intake::Gatherer gatherer_;
  tally::Tally record_;
  std::vector<tally::AnswerTally> tallies_;
};

// What everybody's answers leave open.
struct Questioned {
  std::unique_ptr<Questioner> all;
  std::vector<run::QueueRow> rows;  // people in file order
};

Result<Questioned> question_everybody(const run::OpenedRun& opened, std::span<const QuestionedPolicy> asked,
                                      const run::QueueWords& words, Questioner::Queue queue, unsigned threads,
                                      RunObserver* observer) {
  std::vector<std::unique_ptr<Questioner>> questioners;
  for (unsigned i = 0; i < threads; ++i)
    questioners.push_back(std::make_unique<Questioner>(opened, asked, words, queue));
  const std::size_t people = opened.records.index.persons.size();
  const std::size_t batches = (people + kPeopleAtOnce - 1) / kPeopleAtOnce;
  std::vector<std::vector<run::QueueRow>> rows(batches);
  Questioned questioned;
  run::ProgressCount progress(observer, Progress::Stage::kDeciding, opened.records.total_bytes());
  const run::BatchWork work{[&](std::size_t batch, unsigned worker) -> Status {
                              const std::size_t end = std::min(people, (batch + 1) * kPeopleAtOnce);
                              for (std::size_t i = batch * kPeopleAtOnce; i < end; ++i)
                                questioners[worker]->look_at(i, rows[batch]);
                              return progress.add(opened.records.total_bytes() / batches);
                            },
                            {},
                            [&](std::size_t batch) -> Status {
                              std::vector<run::QueueRow> taken = std::exchange(rows[batch], {});
                              std::move(taken.begin(), taken.end(), std::back_inserter(questioned.rows));
                              return Done{};
                            }};
  if (Status done = run::run_batches(batches, threads, work); !done) return done.error();
  if (Status told = progress.finish(); !told) return told.error();
  for (std::size_t i = 1; i < questioners.size(); ++i) questioners.front()->merge(*questioners[i]);
  questioned.all = std::move(questioners.front());
  return questioned;
}

// The joint order of the office's policy, then what only those beside it ask, in theirs.
std::vector<tally::QuestionKey> keys_in_order(const Questioner& all, std::size_t policies) {
  std::vector<tally::QuestionKey> keys;
  for (std::size_t i = 0; i < policies; ++i) {
    for (const tally::JointStep& step : tally::joint_order(all.tally(i).questions)) {
      if (std::find(keys.begin(), keys.end(), step.key) == keys.end()) keys.push_back(step.key);
    }
  }
  return keys;
}

// The file to fill in; null where none is asked for.
Result<std::unique_ptr<write::OutputFile>> begin_file(const std::string& path) {
  if (path.empty()) return std::unique_ptr<write::OutputFile>();
  return write::OutputFile::begin(path);
}

QuestionsReport questions_report(const run::OpenedRun& opened, std::span<const QuestionedPolicy> asked,
                                 const Questioned& questioned, std::size_t top) {
  const run::OpenedPolicies& policies = opened.policies;
  QuestionsReport report;
  report.county = policies.facts.county;
  report.as_of = policies.facts.as_of;
  report.rows_to_fill = questioned.rows.size();
  for (std::size_t i = 0; i < asked.size(); ++i) {
    PolicyQuestions section =
        write::policy_questions(*asked[i].plan, questioned.all->tally(i), policies.formats.fact_questions);
    section.role = asked[i].role;
    section.choice = asked[i].choice;
    report.policies.push_back(std::move(section));
  }
  report.text = write::questions_text(report, top);
  return report;
}

// Everybody questioned, of a run whose files are open; the file, if there is one, written.
Result<QuestionsReport> question_run(const run::OpenedRun& opened, write::OutputFile* file,
                                     const QuestionsRequest& request, unsigned threads, RunObserver* observer) {
  const run::OpenedPolicies& policies = opened.policies;
  const std::vector<QuestionedPolicy> asked = questioned_policies(policies, run::choice_text(request.policy));
  std::vector<const policy::Plan*> plans;
  plans.reserve(asked.size());
  for (const QuestionedPolicy& policy : asked) plans.push_back(policy.plan);
  const Result<std::vector<intake::KnownFact>> known = run::known_facts(plans);
  if (!known) return known.error();
  const run::QueueWords words{policies.formats.fact_questions, *known};
  const auto queue = file == nullptr ? Questioner::Queue::kNone : Questioner::Queue::kWanted;
  const Result<Questioned> questioned = question_everybody(opened, asked, words, queue, threads, observer);
  if (!questioned) return questioned.error();
  const tally::Tally& record = questioned->all->record();
  if (Status present = run::check_county(policies.facts.county, record, opened.records); !present) {
    return present.error();
  }
  if (Status same = run::check_unchanged(opened.records); !same) return same.error();
  QuestionsReport report = questions_report(opened, asked, *questioned, request.top);
  if (file == nullptr) return report;
  const std::vector<tally::QuestionKey> keys = keys_in_order(*questioned->all, asked.size());
  Status written = file->sink().write(run::queue_text(questioned->rows, keys, policies.formats.facts));
  if (!written) return written.error();
  if (Result<write::WrittenFile> finished = file->finish(); !finished) return finished.error();
  return report;
}

}  // namespace

Result<QuestionsReport> find_questions(const QuestionsRequest& request, RunObserver* observer) {
  Result<run::OpenedPolicies> policies = run::open_policies(request.policy, request.further, request.as_of);
  if (!policies) return policies.error();
  const Result<std::unique_ptr<write::OutputFile>> file = begin_file(request.out);
  if (!file) return file.error();
  const unsigned threads = run::thread_count(request.threads);
  const Result<run::OpenedRun> opened =
      run::open_run(*std::move(policies),
                    {request.inputs, request.facts, request.max_rejects, run::Checksums::kToTellApart, request.memory},
                    threads, observer);
  if (!opened) return opened.error();
  return question_run(*opened, file->get(), request, threads, observer);
}

}  // namespace redress
