"""How each finding is worked out: plain words, formula and published source."""

from __future__ import annotations

from safer_desktop.analysis.quantities import is_given
from safer_desktop.domain.areas import GroupMethod
from safer_desktop.domain.evidence import Comparator, Method, Quantity, Test
from safer_desktop.domain.findings import Finding, FindingKind
from safer_desktop.domain.indicators import Unit

COUNTS_EXACT = Method(
    "exact test of two counts",
    "Of the events in both years together, about half would fall into the later year if nothing "
    "had changed. The test says how rarely chance alone gives a share as far from that as the one "
    "seen. Fewer than 20 events in all are tested so.",
    "after ~ binomial(before + after, d / (1 + d)), d = later base / earlier base; p = twice the "
    "smaller tail",
    "Przyborowski and Wilenski, Biometrika 1940;31:313-323; interval of the ratio from Clopper and "
    "Pearson, Biometrika 1934;26:404-413.",
)
COUNTS = Method(
    "square root test of two counts",
    "Counts vary by chance: about two in three years within the square root of the count. The "
    "change is called real where chance alone would give one as large in less than one year of "
    "twenty.",
    "z = 2 (sqrt(after) - sqrt(d before)) / sqrt(1 + d), d = later base / earlier base",
    "Huffman, Applied Statistics 1984;33:224-226; Gu, Ng, Tang and Schucany, Biometrical Journal "
    "2008;50:283-298.",
)
COUNTS_SPREAD = Method(
    "square root test of two counts, with dispersion",
    "The months of these figures vary more than chance counts do, so that a change must be larger "
    "before it is called real. How much more is worked out from the months of both years, the "
    "season left out.",
    "t = 2 (sqrt(after) - sqrt(d before)) / sqrt((1 + d) phi); phi = Pearson's chi-square of the "
    "year by month table over its degrees of freedom",
    "Dispersion: McCullagh and Nelder, Generalized Linear Models (1989), chapter 6; test: Huffman, "
    "Applied Statistics 1984;33:224-226.",
)
PROPORTIONS = Method(
    "two-sample test of proportions",
    "Percentages from a number of people or cases vary by chance. The change is called real where "
    "chance alone would give one as large in less than one case of twenty, and the interval of the "
    "change leaves out nought.",
    "z = (p2 - p1) / sqrt(p (1 - p) (1/n1 + 1/n2)); interval of p2 - p1 from Wilson's limits",
    "Newcombe, Statistics in Medicine 1998;17:873-890, method 10; Wilson, JASA 1927;22:209-212.",
)
AGAINST_BENCHMARK = Method(
    "interval against a benchmark",
    "The area is called above or below the average where its 95% interval leaves the average out. "
    "The average itself is taken as it is.",
    "rates: Byar's limits O (1 - 1/(9O) - z/(3 sqrt(O)))^3 and (O+1) (1 - 1/(9(O+1)) + z/(3 "
    "sqrt(O+1)))^3 over the base, exact below 10 events; percentages: Wilson's",
    "Breslow and Day, Statistical Methods in Cancer Research II (1987), page 69; as in the public "
    "health profiles 'Fingertips'.",
)
BY_DISTANCE = Method(
    "distance from a benchmark",
    "The source gives no numbers behind the figure, so chance cannot be weighed. Within 2% of the "
    "average counts as similar.",
    "|figure - average| <= 0.02 average",
    "Our own rule.",
)
RANKS = Method(
    "rank with the places that chance allows",
    "Areas are put in order by their printed figures; equal figures share a place. Each pair is "
    "then compared: the areas that are above or below beyond chance bound the places that this one "
    "could have.",
    "first place = 1 + areas below beyond chance; last place = areas - areas above beyond chance; "
    "pairs by z = (y1 - y2) / sqrt(v1 + v2) on the root scale",
    "Mogstad, Romano, Shaikh and Wilhelm, Review of Economic Studies 2024;91:476-518, each pair at "
    "95%; APHO Technical Briefing 2 on why ranks need intervals.",
)
STANDS_OUT = Method(
    "an area against the spread of the others",
    "Areas differ ordinarily. One stands out where its figure lies outside the span that the "
    "others and their spread lead one to expect. In at most one of twenty sets of like areas is "
    "any named by chance.",
    "mean of the others +/- t sqrt(1/base + tau^2 + var(mean)) on the root scale, t at 1 - 0.05/k "
    "with k - 3 degrees of freedom",
    "Higgins, Thompson and Spiegelhalter, JRSS A 2009;172:137-159; DerSimonian and Laird, "
    "Controlled Clinical Trials 1986;7:177-188.",
)
FUNNEL = Method(
    "funnel limits",
    "The limits show how far chance alone takes an area of each size from the common rate; they "
    "are widened where the areas vary more than chance throughout.",
    "exact Poisson (binomial for percentages) points at 95% and 99.8%, interpolated; distances "
    "from the centre times sqrt(phi)",
    "Spiegelhalter, Statistics in Medicine 2005;24:1185-1202; phi: Quality and Safety in Health "
    "Care 2005;14:347-351.",
)
RECENT_TREND = Method(
    "chi-square for trend over five years",
    "Five whole years that do not overlap are looked at. A trend is told where chance alone would "
    "give one as steep in fewer than two of a thousand unchanged series, and where no single year "
    "makes it: leaving any one out must not turn the slope.",
    "T = sum x (O - n p), p = sum O / sum n; chi-square = T^2 / (sum O (sum n x^2 / N - (sum n x / "
    "N)^2)), for percentages over (1 - p) too, divided by the dispersion where months vary beyond "
    "chance; told above 9.5495",
    "Recent trends of the public health profiles 'Fingertips'; Armitage, Biometrics 1955;11:"
    "375-386.",
)
TARGET = Method(
    "rating against the target",
    "The printed figure is judged, so that a reader comes to the same end: met, close (short by no "
    "more than the margin) or missed. Whether chance could have carried it over the bound is told "
    "beside it.",
    "met: figure within the bounds; close: beyond by at most margin% of the bound",
    "The council's own target; margin as in neighbouring councils' dashboards (5%).",
)


def of_test(test: Test) -> Method:
    """The method of a change's test."""
    if test.name.startswith("exact"):
        return COUNTS_EXACT
    if "proportions" in test.name:
        return PROPORTIONS
    return COUNTS_SPREAD if test.dispersion > 1 else COUNTS


_BRIEFING_3 = (
    "APHO Technical Briefing 3, Commonly used public health statistics and their confidence "
    "intervals (2008)"
)

GIVEN = Method(
    "as the source gives it",
    "The partner gives this number itself; it is shown as it stands in the file.",
    "no working out",
    "The partner's file: see 'Where does this come from?'.",
)
TOTAL = Method(
    "count of a span",
    "The counts of the months or quarters of the span are added up. Where one is missing, no "
    "total is given.",
    "sum of the counts of consecutive complete periods",
    "ONS, User guide to crime statistics for England and Wales: figures for a year ending in a "
    "month.",
)
RATE = Method(
    "rate per 1,000",
    "The count is divided by the people or households that lived there in the middle of the year, "
    "and given per 1,000 of them.",
    "count / base x 1,000",
    f"{_BRIEFING_3}; bases: ONS mid-year estimates.",
)
PROPORTION = Method(
    "percentage of cases",
    "The cases counted are divided by all cases of the span, never an average of percentages.",
    "counted / all x 100",
    f"{_BRIEFING_3}.",
)
PER_OFFENDER = Method(
    "ratio of two counts",
    "What is counted is divided by the offenders or cases that it belongs to.",
    "counted / divided by",
    "Ministry of Justice, Guide to proven reoffending statistics.",
)
ON_NEW_DEFINITION = Method(
    "figure put on a newer definition",
    "The figure comes from before a definition break. The bridge that a person entered puts it on "
    "the definition after the break; it is named with the figure.",
    "figure x factor, or the figure of the parallel series",
    "The bridge's own source, as named with the figure and in the catalogue.",
)
MEAN_OF_RATES = Method(
    "unweighted mean of rates",
    "Each member of the group counts alike, however many people live there.",
    "sum of the members' rates / number of members",
    "HMICFRS, as for most similar groups.",
)
POOLED_RATE = Method(
    "pooled rate",
    "The members' counts together are divided by their people or households together, so that "
    "large members weigh more.",
    "sum of counts / sum of bases x 1,000 (x 100 for percentages)",
    f"{_BRIEFING_3}.",
)
BREAK = Method(
    "definition break",
    "From that day the series means something else. Nothing is compared across it unless a person "
    "enters a bridge.",
    "no comparison where earlier start < day of the break <= later end",
    "ONS and Home Office counting rules as named in the catalogue; the rule is our own.",
)
AGE = Method(
    "age of the figures",
    "The next delivery is expected so many days after the end of the partner's next period; both "
    "are kept with the indicator.",
    "days late = end of the edition - (end of the next period + days to delivery)",
    "What was agreed with the partner, as kept in the catalogue.",
)
REMARK = Method(
    "remark beside the figure",
    "A rule looks at the figures and says what a reader should know before using them; the "
    "sentence is all that it says.",
    "percent only from an earlier count of 50 on; percentages in points; a part of a year only "
    "with the same part of another",
    "Our own rule, so that small numbers and unlike periods mislead nobody.",
)
AS_DELIVERED = Method(
    "what the deliveries say",
    "The partner's files mark the figure as not final, restate it, or disagree with one another.",
    "newest delivery against the earlier ones, cell by cell",
    "The partner's files: see 'Where does this come from?'.",
)
CAVEAT = Method(
    "what is known of the figure",
    "The catalogue keeps what a reader has to know of an indicator; a test says what it could not "
    "allow for.",
    "no working out",
    "The indicator's caveat in the catalogue, or the test named with the change.",
)
NO_METHOD = Method(
    "no figure can be given",
    "What this would need is not there; the reason stands in place of the figure.",
    "none",
    "Our own rule: a reason instead of a number that would mislead.",
)
_BY_KIND = {
    FindingKind.DEFINITION_BREAK: BREAK,
    FindingKind.BRIDGED: ON_NEW_DEFINITION,
    FindingKind.OUT_OF_DATE: AGE,
    FindingKind.EARLIER_END: AGE,
    FindingKind.REVISED: AS_DELIVERED,
    FindingKind.NOT_FIRM: AS_DELIVERED,
    FindingKind.SOURCE_DISAGREES: AS_DELIVERED,
    FindingKind.NOTE: CAVEAT,
    FindingKind.CANNOT_SAY: NO_METHOD,
    FindingKind.NO_TARGET: NO_METHOD,
}


def of_finding(finding: Finding) -> Method:
    """How a finding was come by: its own method, or that of its kind."""
    return finding.method or _BY_KIND.get(finding.kind, REMARK)


def of_quantity(found: Quantity) -> Method:
    """How a number was worked out."""
    if found.restated:
        return ON_NEW_DEFINITION
    if is_given(found):
        return GIVEN
    if found.unit.is_rate:
        return RATE
    return {Unit.COUNT: TOTAL, Unit.PERCENTAGE: PROPORTION}.get(found.unit, PER_OFFENDER)


def of_average(comparator: Comparator) -> Method:
    """How a benchmark was worked out."""
    if comparator.given or not comparator.group:
        return of_quantity(comparator.value)
    return POOLED_RATE if comparator.method == GroupMethod.POOLED else MEAN_OF_RATES
