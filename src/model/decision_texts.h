// model/decision_texts.h: a row of convictions.csv as far as the workbook shows it: what is recorded, what was decided.
// Not here: reading it (intake/decision_rows.h). Plain values; every text is well-formed UTF-8 without blanks at its
// ends.
#pragma once

#include <string>
#include <vector>

namespace redress::model {

struct DecisionTexts {
  // As recorded.
  std::string record_id;
  std::string person;
  std::string cii_number;
  std::string name;
  std::string birth_date;  // YYYYMMDD
  std::string event_date;  // YYYYMMDD
  std::string court;
  std::string offense;
  std::string level;
  std::string count;

  // Worked out.
  std::string case_numbers;
  std::string conviction_date;  // MM/DD/YYYY, "-" or empty
  std::string determination;
  std::string reason;
  std::string possible;
  std::string deciding_facts;
  std::string step;
  std::string citation;
  std::string changes_on;  // MM/DD/YYYY or empty
  std::string statutory_relief;
  std::string notes;
  std::vector<std::string> further;  // by further policy
};

}  // namespace redress::model
