#include "synth/word_lists.h"

namespace redress::synth {
namespace {

using Text = std::string_view;

constexpr Text kLastNames[] = {
    "QUILLBROOK", "ASHVALE", "MARROWIN", "TESSENDAHL", "OAKLOFT", "BRINDLECOTE", "FENWICKLE", "HOLLOWAYNE",
    "JUNIPERTON", "KESTERLING", "LARKMEADE", "MOSSGATE", "NETTLEFORTH", "ORCHARDSON", "PEBBLEWICK", "RAVENSCROFTE",
    "SALTMARSHALL", "THISTLEDOWNE", "UMBERLAND", "VIOLETHORN", "WILLOWMERE", "YARROWBY", "ZEPHYRSON", "AMBERLOCKE",
    "BLUESTONER", "CINDERFORD", "DAPPLEWOOD", "EVERMISTER", "FOXHOLLIN", "GRANITESMITH", "HEATHERMAN", "INKWELLER",
    "JASPERDINE", "KINDLEBERG", "LANTERNSON", "MAPLETHORPEY", "NIGHTINGROVE", "OTTERBOURN", "PRIMROSETTI",
    "QUARRYMANN", "ROSEPETALES", "SUNDERBECK", "TUMBLEWEEDE", "UPLANDERS", "VELLUMSON", "WINTERGALE", "YEWSBURY",
    "ZINNIAFIELD", "BRAMBLEZ", "CALABASIN", "DORADELLO", "ESTRELLANO", "FLORAMONTE", "GIRASOLES", "LUZAVERDE",
    "MONTEARROYO", "PIEDRASOLA", "RIOSECOYA", "SOLYLUNA", "VALLEHONDO", "LAKEVANG", "MINHTREE", "PHUONGHILL",
    "THUYRIVER"};
constexpr Text kFirstNames[] = {
    "TAVEN", "ORLIN", "MIRELLE", "JASSA", "CORVIN", "DELPHA", "ELSIN", "FARROW", "GWENNA", "HADRIC", "ILSABETH",
    "JORRICK", "KELDA", "LOMAS", "MARDEN", "NERISSE", "OSKEL", "PERRAN", "QUINELLA", "RONDO", "SABLE", "TOBRIN",
    "ULLA", "VARDEN", "WENDRA", "XANDELL", "YORIN", "ZELLIE", "ALDIS", "BRENKA", "CALVEN", "DORIAS", "EMBER",
    "FINNIS", "GARETHA", "HOLLIN", "IVORA", "JUNO", "KASPEN", "LIRIEL", "MOSS", "NADIRA", "OLWEN", "PASCO", "RUNE",
    "SOLANA", "TRISTA", "VESPER"};
// A letter that could go on a number in hexadecimal begins a literal of its own.
// NOLINTBEGIN(bugprone-suspicious-missing-comma)
constexpr Text kAccentedLastNames[] = {
    "PE\xC3\x91" "ALUZ", "MU\xC3\x91" "ERAVAL", "\xC3\x91" "AVELLO", "IBA\xC3\x91" "OSOL", "NGUY\xE1\xBB\x84NVALE",
    "TR\xE1\xBA\xA6NHOLT", "\xC4\x90\xE1\xBA\xB6NGMOOR", "G\xC3\x9C" "ELLMONTE"};
constexpr Text kAccentedFirstNames[] = {
    "BEGO\xC3\x91" "ITA", "\xC3\x91" "ANDO", "TH\xC3\x9AYEN", "JOS\xC3\x89LIN", "\xC4\x90\xE1\xBB\xA8" "CAN"};
// NOLINTEND(bugprone-suspicious-missing-comma)
constexpr Text kRaces[] = {"WHITE", "WHITE",       "HISPANIC",   "HISPANIC", "HISPANIC",        "BLACK",
                           "BLACK", "OTHER ASIAN", "VIETNAMESE", "FILIPINO", "AMERICAN INDIAN", "PACIFIC ISLANDER",
                           "OTHER"};
constexpr Text kTowns[] = {
    "ALDERBEND", "BAYHOLLOW", "COPPER MESA", "DRYFORD", "EAST LINDERO", "FOGHAVEN", "GOLDEN FLAT",
    "HARBORVIEW HEIGHTS", "IRONWOOD", "JUNIPER PASS", "KELPTON", "LOMA SECA", "MISTLE CREEK", "NORTH POPPYFIELD",
    "OLIVE STATION", "PALO GRIS", "QUAIL JUNCTION", "RANCHO ALTOZANO"};
constexpr Text kRemarks[] = {
    "NO PHOTO AVAILABLE AT REPORTING AGENCY", "PALM PRINTS ON FILE", "PHOTO AND PRINTS ON FILE AT ARRESTING AGENCY",
    "BAIL FORFEITED AND REINSTATED", "FINE AND ASSESSMENTS PAID IN FULL", "SENTENCE CONCURRENT WITH OTHER COUNT",
    "SENTENCE CONSECUTIVE TO OTHER COUNT", "CREDIT FOR TIME SERVED", "DISPO RECEIVED BY MAIL FROM THE COURT",
    "PROBATION GRANTED UPON TERMS AND CONDITIONS", "INQUIRE OF REPORTING AGENCY FOR DETAILS",
    "ORIGINAL DOCUMENT NOT LEGIBLE IN PART", "ALSO KNOWN BY A NICKNAME", "ARREST BY WARRANT",
    "DRUG CLASSES ATTENDED", "RESTITUTION TO BE FIXED BY THE COURT"};
constexpr Text kDismissals[] = {
    "DISMISSED/FURTHERANCE OF JUSTICE", "DISMISSED/CHARGE DROPPED", "DISMISSED/LACK OF SUFF EVID", "DISMISSED",
    "ACQUITTED/NOT GUILTY", "DIVERSION COMPLETED/DISMISSED"};
constexpr Text kRejections[] = {
    "PROS REJ-LACK OF SUFF EVID", "PROS REJ-INTEREST OF JUSTICE", "PROS REJ-OTHER",
    "PROS REJ-COMB W/OTHER CNTS/CASES", "REL/DET ONLY-LACK OF SUFF EVID", "REL/TOT OTHER JURIS/AUTH"};
constexpr Text kReliefComments[] = {
    "1203.4 PC DISMISSED", "CONV SET ASIDE AND DISM PER 1203.4 PC", "REDUCED TO MISD PER 17(B) PC",
    "RESENTENCED PER 1170.18 PC", "DISMISSED PER 11361.8 HS", "SEALED PER 11361.9 HS"};
constexpr Text kQuotedComments[] = {
    "PRINTS TAKEN, PHOTO TAKEN, BOTH ON FILE", "STATED \"NOT MINE\" AT BOOKING",
    "FIRST LINE OF THE COMMENT\nSECOND LINE, WITH A COMMA", "ALIAS \"SLIM\", ALIAS \"SHORTY\"\nSEE OTHER RECORD"};
constexpr Text kUnreadableCharges[] = {
    "MARIJUANA OFFENSE", "VIOLATION OF PROBATION", "SEE ATTACHED", "UNK CHARGE", "11357XYZ9 MARIJ",
    "664 PC-ATTEMPT", "?????"};
constexpr Text kUncodedCharges[] = {
    "245(A)(1)-ASSAULT W/DEADLY WEAPON", "459-BURGLARY", "11350(A) POSS NARCOTIC", "187(A)",
    "20002(A) ZZ-HIT AND RUN", "647(F) MUNI ORDINANCE", "11359 PROPERTY"};
constexpr Text kEmptyCells[] = {"", "   ", "-", "--  ", "\xC2\xA0"};
constexpr Text kImpossibleDates[] = {"19830231", "19991350", "00000000", "20010631", "1983/2/1", "UNKNOWN"};

}  // namespace

Words last_names() { return kLastNames; }
Words first_names() { return kFirstNames; }
Words accented_last_names() { return kAccentedLastNames; }
Words accented_first_names() { return kAccentedFirstNames; }
Words races() {
  return kRaces;
}
Words towns() { return kTowns; }
Words remarks() { return kRemarks; }
Words dismissals() { return kDismissals; }
Words rejections() { return kRejections; }
Words relief_comments() { return kReliefComments; }
Words quoted_comments() { return kQuotedComments; }
Words unreadable_charges() { return kUnreadableCharges; }
Words uncoded_charges() { return kUncodedCharges; }
Words empty_cells() { return kEmptyCells; }
Words impossible_dates() { return kImpossibleDates; }

}  // namespace redress::synth
