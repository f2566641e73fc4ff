#include "synth/charges.h"

namespace redress::synth {
namespace {

using Text = std::string_view;
constexpr Level kF = Level::kFelony;
constexpr Level kM = Level::kMisdemeanor;
constexpr Level kI = Level::kInfraction;

constexpr Text k11357[] = {"11357 HS-POSSESS MARIJUANA", "11357 HS-POSS MARIJ/HASHISH", "CHRG: 11357 HS"};
constexpr Text k11357A[] = {"11357(A) HS-POSSESS CONCENTRATED CANNABIS", "11357(A) HS-POSS HASHISH",
                            "CHRG: 11357(A) HS-POSS CONCENTRATED CANNABIS", "11357A HS-POSSESS CONC CANNABIS"};
constexpr Text k11357B[] = {"11357(B) HS-POSS MARIJUANA 28.5- GRAMS", "11357(B) HS-POSS MARIJ 28.5 GRAMS OR LESS",
                            "11357 (B) HS-POSS MARIJUANA 28.5- GRAMS", "11357B HS-POSS MARIJUANA 28.5- GRAMS",
                            "11357(B)HS-POSS MARIJ 28.5- GRAMS", "11357(B)- 28.5 GRAMS MARIJUANA",
                            "CHG 11357(B) HS-POSSESS MARIJUANA"};
constexpr Text k11357C[] = {"11357(C) HS-POSS MARIJUANA OVER 28.5 GRAMS", "11357(C) HS-POSS MARIJ 28.5+ GRAMS",
                            "CHARGE: 11357(C) HS-POSS MARIJUANA", "11357C HS-POSS MARIJUANA OVER 28.5 GRAMS"};
constexpr Text k11357D[] = {"11357(D) HS-POSS MARIJUANA ON SCHOOL GROUNDS", "11357(D) HS-MARIJUANA AT SCHOOL"};
constexpr Text k11358[] = {"11358 HS-PLANT/CULTIVATE/ETC MARIJUANA", "11358 HS-CULTIVATE MARIJUANA",
                           "11358 PLANT/CULTIVATE MARIJUANA", "CHRG: 11358 HS-CULTIVATING MARIJ"};
constexpr Text k11359[] = {"11359 HS-POSSESS MARIJUANA FOR SALE", "11359 HS-POSS MARIJ FOR SALE", "11359 HS, 2 CTS",
                           "11359 POSSESS MARIJUANA FOR SALE", "CHRG:11359 HS-POSSESS MARIJUANA FOR SALE",
                           "CHRG: 11359 HS-POSS MARIJUANA W/INTENT TO SELL"};
constexpr Text k11360A[] = {"11360(A) HS-SELL/TRANSPORT MARIJ", "11360(A) HS-SELL/FURNISH/ETC MARIJUANA/HASH",
                            "11360A HS-TRANSPORT/SELL MARIJUANA", "CHRG: 11360(A) HS-SALE/TRANSPORT MARIJUANA"};
constexpr Text k11360B[] = {"11360(B) HS-GIVE/TRANSPORT 28.5- GRAMS MARIJ",
                            "11360(B) HS-TRANSPORT MARIJUANA 28.5- GRAMS"};
constexpr Text k11360[] = {"11360 HS-TRANSPORT/ETC MARIJUANA", "11360 TRANSPORT/SELL MARIJUANA"};
constexpr Text kTry11359[] = {"664/11359 HS-ATT POSSESS MARIJUANA FOR SALE", "664-11359 HS-ATT POSS MARIJ FOR SALE",
                              "664 PC/11359 HS", "CHRG: 664/11359 HS"};
constexpr Text kTry11360[] = {"664/11360(A) HS-ATT SELL/TRANSPORT MARIJ", "664/11360(A) HS"};
constexpr Text kPlot11359[] = {"182(A)(1)/11359 HS-CONSPIRE TO POSS MARIJ FOR SALE", "182(A)(1) PC/11359 HS"};
constexpr Text kBoth[] = {"11358/11359 HS-CULTIVATE/POSS MARIJUANA FOR SALE", "11358 HS/11359 HS"};

constexpr Charge kProp64Charges[] = {
    {k11357, kM, kF, 25, 5},   {k11357A, kF, kM, 40, 11}, {k11357B, kM, kI, 50, 17},   {k11357C, kM, kF, 5, 9},
    {k11357D, kM, kM, 0, 1},   {k11358, kF, kM, 8, 12},   {k11359, kF, kM, 8, 24},     {k11360A, kF, kM, 8, 12},
    {k11360B, kM, kI, 10, 4},  {k11360, kF, kM, 10, 3},   {kTry11359, kF, kM, 10, 2},  {kTry11360, kF, kM, 10, 1},
    {kPlot11359, kF, kF, 0, 1}, {kBoth, kF, kF, 0, 1}};

constexpr Text k11350[] = {"11350(A) HS-POSSESS NARCOTIC CONTROL SUBSTANCE", "11350(A) HS-POSS NARC CNTL SUB"};
constexpr Text k11351[] = {"11351 HS-POSS/PURCH FOR SALE NARC/CNTL SUB"};
constexpr Text k11377[] = {"11377(A) HS-POSSESS CONTROLLED SUBSTANCE", "11377(A) HS-POSS CNTL SUB"};
constexpr Text k11364[] = {"11364 HS-POSSESS CONTROL SUB PARAPHERNALIA", "11364 HS-POSS UNLAWFUL PARAPHERNALIA"};
constexpr Text k11550[] = {"11550(A) HS-USE/UNDER INFL CNTL SUB", "11550(A) HS-UNDER INFLUENCE CNTL SUB"};
constexpr Text k459[] = {"459 PC-BURGLARY", "459 PC-BURGLARY:SECOND DEGREE", "CHRG: 459 PC-BURGLARY"};
constexpr Text k484[] = {"484(A)-488 PC-PETTY THEFT", "484/488 PC-PETTY THEFT",
                          "484(A)/488 PC-THEFT PERSONAL PROPERTY"};
constexpr Text k487[] = {"487(A) PC-GRAND THEFT:MONEY/LABOR/PROP", "487(A) PC-GRAND THEFT"};
constexpr Text k496[] = {"496(A) PC-RECEIVE/ETC KNOWN STOLEN PROP"};
constexpr Text k470[] = {"470 PC-FORGERY", "470(A) PC-FORGERY"};
constexpr Text k148[] = {"148(A)(1) PC-OBSTRUCT/RESIST PUB OFCR/ETC", "148(A)(1) PC-RESIST OFFICER"};
constexpr Text k1489[] = {"148.9(A) PC-FALSE ID TO SPECIFIC PEACE OFCRS"};
constexpr Text k647[] = {"647(F) PC-DISORD CONDUCT:UNDER INFL", "647F PC-DISORD CONDUCT:INTOX DRUG/ALCOHOL"};
constexpr Text k602[] = {"602(L) PC-TRESPASS:OCCUPY PROPERTY", "602 PC-TRESPASSING"};
constexpr Text k602LM[] = {"602LM PC-TRESPASS"};
constexpr Text k466[] = {"466 PC-POSS BURGLARY TOOLS"};
constexpr Text k415[] = {"415 PC-FIGHT/NOISE/OFFENSIVE WORDS"};
constexpr Text k242[] = {"242 PC-BATTERY", "242 PC-BATTERY ON PERSON"};
constexpr Text k2735[] = {"273.5(A) PC-INFLICT CORPORAL INJ ON SPOUSE"};
constexpr Text k245[] = {"245(A)(1) PC-FORCE/ADW NOT FIREARM:GBI", "245A1 PC-ADW"};
constexpr Text k211[] = {"211 PC-ROBBERY", "211 PC-ROBBERY:SECOND DEGREE"};
constexpr Text k12021[] = {"12021(A)(1) PC-FELON/ADDICT/POSS/ETC FIREARM"};
constexpr Text k1320[] = {"1320(A) PC-FAIL TO APPEAR:MISD:OWN RECOG"};
constexpr Text k503[] = {"503 VC-UNLAWFUL USE OF VEHICLE", "503VC-USE OF VEHICLE W/O CONSENT"};
constexpr Text k10851[] = {"10851(A) VC-TAKE VEH W/O OWN CONSENT/VEH THEFT"};
constexpr Text k23152[] = {"23152(A) VC-DUI ALCOHOL/DRUGS", "CHRG: 23152(A) VC-DUI"};
constexpr Text k14601[] = {"14601.1(A) VC-DRIVE W/SUSPENDED LICENSE", "14601.1(A)VC-DRIVE:SUSP LIC"};
constexpr Text k12500[] = {"12500(A) VC-DRIVE W/O LICENSE"};
constexpr Text k40508[] = {"40508(A) VC-FTA AFTER WRITTEN PROMISE"};
constexpr Text k4140[] = {"4140 BP-POSS HYPO NEEDLE/SYRINGE", "4140 BP"};
constexpr Text k4060[] = {"4060 BP-POSS CNTL SUB W/O PRESCRIPTION"};

constexpr Charge kOtherCharges[] = {
    {k11350, kF, kM, 15, 12}, {k11351, kF, kF, 0, 4},  {k11377, kF, kM, 30, 10}, {k11364, kM, kM, 0, 8},
    {k11550, kM, kM, 0, 6},   {k459, kF, kM, 25, 9},   {k484, kM, kM, 0, 9},     {k487, kF, kM, 20, 4},
    {k496, kF, kM, 30, 4},    {k470, kF, kM, 25, 2},   {k148, kM, kM, 0, 7},     {k1489, kM, kM, 0, 3},
    {k647, kM, kM, 0, 8},     {k602, kM, kI, 4, 4},    {k466, kM, kM, 0, 2},     {k415, kM, kI, 20, 3},
    {k242, kM, kM, 0, 6},     {k2735, kF, kM, 55, 4},  {k245, kF, kM, 20, 4},    {k211, kF, kF, 0, 3},
    {k12021, kF, kF, 0, 3},   {k1320, kM, kM, 0, 2},   {k10851, kF, kM, 30, 4},  {k23152, kM, kF, 3, 12},
    {k14601, kM, kI, 5, 7},   {k12500, kM, kI, 35, 5}, {k40508, kM, kI, 10, 3},  {k4140, kM, kM, 0, 1},
    {k4060, kM, kM, 0, 1},    {k503, kF, kM, 25, 2},    {k602LM, kM, kI, 4, 1}};

constexpr Text k187[] = {"187(A) PC-MURDER", "187(A) PC-MURDER:FIRST DEGREE", "187A PC-MURDER", "187 PC-1ST DEG"};
constexpr Text kTry187[] = {"664/187(A) PC-ATTEMPTED MURDER", "664-187(A) PC-ATT MURDER", "187(A)/664 PC-ATT MURDER"};
constexpr Text k1915[] = {"191.5(A) PC-GROSS VEH MANSL WHILE INTOX"};
constexpr Text k209[] = {"209(A) PC-KIDNAPPING FOR RANSOM"};
constexpr Text k4515[] = {"451.5(A) PC-AGGRAVATED ARSON"};
constexpr Charge kSeriousCharges[] = {
    {k187, kF, kF, 0, 5}, {kTry187, kF, kF, 0, 4}, {k1915, kF, kF, 0, 2}, {k209, kF, kF, 0, 1}, {k4515, kF, kF, 0, 1}};

constexpr Text k288[] = {"288(A) PC-CRIME AGAINST CHILD:LEWD OR LASCIV", "288(A) PC-LEWD ACT W/CHILD UNDER 14"};
constexpr Text k261[] = {"261(A)(2) PC-RAPE:FORCE/FEAR/ETC"};
constexpr Text k288A[] = {"288A(C)(1) PC-ORAL COP W/PERSON UNDER 14"};
constexpr Text k2434[] = {"243.4(A) PC-SEXUAL BATTERY"};
constexpr Text k314[] = {"314.1 PC-INDECENT EXPOSURE", "314(1) PC-INDECENT EXPOSURE"};
constexpr Text k6476[] = {"647.6(A) PC-ANNOY/MOLEST CHILD"};
constexpr Charge kRegistrableCharges[] = {{k288, kF, kF, 0, 4},   {k261, kF, kF, 0, 2},  {k288A, kF, kF, 0, 1},
                                   {k2434, kF, kM, 50, 3}, {k314, kM, kF, 5, 4}, {k6476, kM, kF, 10, 2}};

constexpr Text k1361[] = {"136.1(B)(1) PC-ATT PREVENT/ETC VIC/WIT REPORT", "136.1(B)(1) PC-DISSUADE WITNESS"};
constexpr Text k246[] = {"246 PC-SHOOT:INHAB DWELL/VEH/ETC"};
constexpr Text k215[] = {"215(A) PC-CARJACKING"};
constexpr Text k1361Gang[] = {"136.1-186.22(B)(4) PC", "136.1/186.22(B)(4) PC-DISSUADE WITNESS FOR GANG"};
constexpr Charge kGangCharges[] = {
    {k1361, kF, kF, 0, 5}, {k246, kF, kF, 0, 3}, {k215, kF, kF, 0, 2}, {k1361Gang, kF, kF, 0, 2}};
constexpr Text k18622[] = {"186.22(B)(4) PC-CRIM STREET GANG ACTIVITY", "186.22(B)(4) PC"};
constexpr Charge kEnhancement{k18622, kF, kF, 0, 1};

constexpr Text kSexRegistrations[] = {"290 PC-REGISTRATION OF SEX OFFENDER", "290(A) PC-REG SEX OFFENDER",
                                      "290.2 PC-SEX OFFENDER DNA REGISTRANT"};
constexpr Text kOtherRegistrations[] = {"11590 HS-REG CNTL SUB OFFENDER", "457.1 PC-REGISTRATION OF ARSON OFFENDER",
                                        "186.30 PC-GANG REGISTRATION"};

}  // namespace

std::span<const Charge> prop64_charges() { return kProp64Charges; }
std::span<const Charge> other_charges() { return kOtherCharges; }
std::span<const Charge> serious_charges() { return kSeriousCharges; }
std::span<const Charge> registrable_charges() { return kRegistrableCharges; }
std::span<const Charge> gang_charges() { return kGangCharges; }
const Charge& gang_enhancement() { return kEnhancement; }
std::span<const std::string_view> sex_registrations() { return kSexRegistrations; }
std::span<const std::string_view> other_registrations() { return kOtherRegistrations; }

const Charge& pick_charge(Dice& dice, std::span<const Charge> list) {
  std::uint32_t total = 0;
  for (const Charge& charge : list) total += charge.weight;
  std::uint32_t mark = dice.below(total);
  for (const Charge& charge : list) {
    if (mark < charge.weight) return charge;
    mark -= charge.weight;
  }
  return list.back();
}

std::string_view level_word(Level level) {
  switch (level) {
    case Level::kFelony: return "FELONY";
    case Level::kMisdemeanor: return "MISDEMEANOR";
    case Level::kInfraction: return "INFRACTION";
  }
  return {};
}

std::string_view level_letter(Level level) { return level_word(level).substr(0, 1); }

}  // namespace redress::synth
