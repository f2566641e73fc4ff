#include "run/policy_library.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "redress/policy.h"
#include "run/required_sets.h"

namespace redress::run {
namespace {

// A folder of this test's own, removed at its end.
class Folder {
 public:
  explicit Folder(const std::string& name)
      : path_(std::filesystem::temp_directory_path() / ("redress_library_" + name)) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_ / "sets");
  }
  ~Folder() { std::filesystem::remove_all(path_); }

  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name) << text;
    return (path_ / name).string();
  }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

constexpr const char* kSet =
    "[set]\nid = \"x.listed\"\ntitle = \"Listed\"\ncite = \"HSC 1\"\nsource = \"a list\"\n"
    "[[entry]]\nsection = \"HSC 11357\"\nattempts = \"yes\"\n";

TEST_CASE("the policies that the program carries are found by their ids") {
  const auto library = PolicyLibrary::load("");
  REQUIRE(library);
  for (const char* id : {"us-ca.prop64.los-angeles", "us-ca.prop64.configurable"}) {
    const auto plan = library->compile(id);
    REQUIRE(plan);
    CHECK(plan->id == id);
  }
}

TEST_CASE("an unknown policy is answered with the nearest id") {
  const auto library = PolicyLibrary::load("");
  REQUIRE(library);
  const auto plan = library->compile("us-ca.prop64.los-angelos");
  REQUIRE_FALSE(plan.ok());
  CHECK(plan.error().code == "policy.unknown");
  CHECK(plan.error().kind == ErrorKind::kUsage);
  CHECK(plan.error().next_step.find("us-ca.prop64.los-angeles") != std::string::npos);
}

TEST_CASE("a folder replaces the policies that the program carries") {
  const Folder folder("replaced");
  folder.write("sets/listed.toml", kSet);
  const auto library = PolicyLibrary::load(folder.path());
  REQUIRE(library);
  CHECK(library->find_set("x.listed") != nullptr);
  CHECK(library->find_set("us-ca.prop64") == nullptr);
  CHECK(library->policies().empty());
}

TEST_CASE("two section sets of one id are refused") {
  const Folder folder("twice");
  folder.write("sets/a.toml", kSet);
  folder.write("sets/b.toml", kSet);
  const auto library = PolicyLibrary::load(folder.path());
  REQUIRE_FALSE(library.ok());
  CHECK(library.error().code == "policy.duplicate");
}

TEST_CASE("two policies of one id are refused, whichever file comes first, and the error names both") {
  const PolicyLibrary built_in = *PolicyLibrary::load("");
  const std::string text = built_in.find("us-ca.prop64.dismiss-all")->source.text;
  for (const char* copy : {"a.toml", "z.toml"}) {
    const Folder folder("policy-twice");
    for (const policy::SectionSetFile& set : built_in.sets()) folder.write("sets/" + set.id + ".toml", set.source.text);
    folder.write("dismiss-all.toml", text);
    folder.write(copy, text);
    const auto library = PolicyLibrary::load(folder.path());
    REQUIRE(library.ok());
    const auto plan = library->compile("us-ca.prop64.dismiss-all");
    REQUIRE_FALSE(plan.ok());
    CHECK(plan.error().code == "policy.duplicate");
    const std::string words = plan.error().place.file + plan.error().cause;
    CHECK(words.find(copy) != std::string::npos);
    CHECK(words.find("dismiss-all.toml") != std::string::npos);
    // A path says which one is meant.
    CHECK(library->compile(folder.path() + "/" + copy).ok());
    CHECK_FALSE(list_policies(folder.path()).ok());
  }
}

TEST_CASE("a folder of policies that is not there is an error with the folder's name") {
  const auto library = PolicyLibrary::load("no-such-folder");
  REQUIRE_FALSE(library.ok());
  CHECK(library.error().code == "policies.missing");
  CHECK(library.error().place.file == "no-such-folder");
}

TEST_CASE("a policy or options file in UTF-16 is to be saved in a text editor, not in a spreadsheet program") {
  const Folder folder("utf16");
  const auto text = read_text(folder.write("policy.toml", std::string("\xFF\xFE[\0", 4)));
  REQUIRE_FALSE(text.ok());
  CHECK(text.error().code == "input.utf_16");
  CHECK(text.error().next_step == "Save it as UTF-8 in a text editor, and give that file.");
}

TEST_CASE("the formats that the program carries have all columns") {
  const auto formats = load_formats();
  REQUIRE(formats);
  CHECK(formats->input.columns.size() == 95);
  CHECK(formats->results.columns.size() >= 18);
  const auto in_condensed = [](const model::Column& column) { return column.in_condensed; };
  CHECK(std::count_if(formats->input.columns.begin(), formats->input.columns.end(), in_condensed) == 20);
}

TEST_CASE("a set that every run needs may not be missing from a folder of policies") {
  const Folder folder("needed");
  folder.write("sets/listed.toml", kSet);
  const auto library = PolicyLibrary::load(folder.path());
  const auto formats = load_formats();
  REQUIRE(library);
  REQUIRE(formats);
  const auto sets = required_sets(*library, formats->results);
  REQUIRE_FALSE(sets.ok());
  CHECK(sets.error().code == "policies.set_missing");
}

PolicyChoice choice_of(std::string policy, std::string county) {
  PolicyChoice choice;
  choice.policy = std::move(policy);
  choice.county = std::move(county);
  return choice;
}

TEST_CASE("a policy of one county is refused for another and needs none named") {
  const auto library = PolicyLibrary::load("");
  REQUIRE(library);
  const auto plan = library->compile("us-ca.prop64.los-angeles");
  REQUIRE(plan);
  CHECK(*chosen_county(*plan, choice_of("", "")) == "LOS ANGELES");
  CHECK(*chosen_county(*plan, choice_of("", "Los Angeles ")) == "LOS ANGELES");
  const auto other = chosen_county(*plan, choice_of("", "Kern"));
  REQUIRE_FALSE(other.ok());
  CHECK(other.error().code == "county.fixed");
  CHECK(other.error().next_step.find("a further --policy") != std::string::npos);
}

TEST_CASE("a policy of any county needs one named, in any case of letters") {
  const auto library = PolicyLibrary::load("");
  REQUIRE(library);
  const auto plan = library->compile("us-ca.prop64.configurable");
  REQUIRE(plan);
  CHECK(*chosen_county(*plan, choice_of("", "sacramento")) == "SACRAMENTO");
  const auto none = chosen_county(*plan, choice_of("", " "));
  REQUIRE_FALSE(none.ok());
  CHECK(none.error().code == "county.missing");
}

TEST_CASE("parameters of an options file and of --set are both taken") {
  const Folder folder("options");
  PolicyChoice choice = choice_of("us-ca.prop64.configurable", "KERN");
  choice.options_file =
      folder.write("options.json", R"({"baselineEligibility": {"dismiss": ["11357"], "reduce": []}})");
  choice.parameters = {{"dismiss_at_age", "57"}};
  const auto library = PolicyLibrary::load("");
  REQUIRE(library);
  const auto plan = chosen_plan(*library, choice);
  REQUIRE_MESSAGE(plan.ok(), to_string(plan.error()));
  const auto value = [&](std::string_view name) {
    for (const policy::Parameter& parameter : plan->parameters) {
      if (parameter.name == name) return policy::value_text(parameter);
    }
    return std::string("no such parameter");
  };
  CHECK(value("dismiss") == "11357");
  CHECK(value("dismiss_at_age") == "57");
}

}  // namespace
}  // namespace redress::run
