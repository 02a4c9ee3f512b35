"""Short papers in several house styles, each with the faults that were put into it."""

from __future__ import annotations

from dataclasses import dataclass

from safer_desktop.report.claims.nouns import DefectKind as K


@dataclass(frozen=True)
class Written:
    """``faults``: the paragraph's number, the kinds that would do, and words of the excerpt."""

    text: str
    faults: tuple[tuple[str, tuple[K, ...]], ...]


SEED_LIKE = Written(
    """
Introduction

1. This report tells the Board how the Safer Borough priorities have performed.

Overall Summary

2. The majority of performance indicators remain stable or show an improving position.

3. There were 67 more hate incidents reported in the current 12 months, an increase of 18%.

Cutting Crime

4. House burglary rates have increased by 11% compared with the previous year and are higher than
the regional average.

5. Vehicle crime has increased by 10%, in line with the regional average.

6. Violence with injury has increased by 33%. The numbers are small and at 3.93 per 1,000
population remain well below the regional average of 7 per 1,000.

7. All recorded crime rose by 9% in 2016/17. The borough is ranked 4/9.

Re-offending

8. The year end report specified 66 (34%) fewer first-time entrants in 2015/16 than the previous
year of 190. Between April to December 2016 there were 83 new entrants, which is on track for
further reductions by year end.

9. Re-offending in 2014/15 was at 1.25 offences per offender and fell in 2014/15 to 0.82 offences
per offender.

10. Repeat referrals from January 2016 to December 2016 are now at 37%. This is an increase of 7%
on the year before.

11. Reported hate incidents moved from 0.58 per 1,000 population in 2015/16 to 0.66 in 2016/17.

12. Satisfaction remains at 84.5%, the same as a year ago.
""",
    (
        ("2", (K.SUMMARY,)),
        ("3", (K.CONTRADICTION,)),
        ("6", (K.SMALL_BASE,)),
        ("8", (K.PERCENT,)),
        ("8", (K.UNLIKE_PERIODS,)),
        ("9", (K.PERIOD,)),
        ("10", (K.POINTS,)),
    ),
)

BRISK = Written(
    """
Performance headlines

1. Burglary is down. We recorded 812 residential burglaries in 2023/24 compared with 940 in 2022/23,
a reduction of 13.6%.

2. Robbery rose from 120 to 150 offences (up 20%) in the 12 months to March 2024.

3. Shoplifting continues to climb: 2,310 offences against 1,980 a year earlier, an increase of 330
offences or 16.7%.

4. Of the 540 cases heard at MARAC, 200 (37%) were repeats. The year before it was 150 of 500 (30%),
so the repeat rate is up by 7 percentage points.

5. Public confidence increased from 71% to 68% between Q1 2023/24 and Q4 2023/24.

6. Arson fell by 9%, from 110 incidents to 100.

7. There were 1,204 domestic abuse referrals in total: 604 from the police, 380 from health and 230
from housing.

8. The county is ranked 3rd of 15 in its group for violence. Its rate of 18.2 per 1,000 population
is
above the group average of 21.6.

9. The next survey closes on 31 June 2024 and results follow in September.

10. Knife crime was unchanged at 48 offences in both years. The Violence Reduction Network ran
12 sessions in 7 schools, reaching 840 pupils aged 11 to 16.

11. Anti-social behaviour reports halved over five years and now stand at 6,120.
""",
    (
        ("2", (K.PERCENT,)),
        ("5", (K.SIGN,)),
        ("7", (K.SUM,)),
        ("8", (K.COMPARISON,)),
        ("9", (K.PERIOD,)),
    ),
)

NARRATIVE = Written(
    """
Community Safety Partnership: quarterly monitoring

Crime and disorder

In the year to December 2019 the district saw 4,312 recorded offences, up from 4,105 in the previous
year (+5%). Vehicle offences accounted for 431 of the 4,312 offences (10%).

Violence against the person went up by 12 per cent, from 1,250 to 1,400 offences, whereas criminal
damage came down by eighteen per cent, from 600 to 510.

Satisfaction with the partnership improved from 62% to 66%, an improvement of 4%.

There were 41 first-time entrants, compared with 52 the year before, a reduction of 11.

Young people

Between April and December 2019 the youth justice service worked with 310 young people. Of these,
120
were girls and 190 were boys.

Nine hate crimes were reported in Q3 2019/20, which is 4 fewer than the 13 in the same quarter of
2018/19.

About a third of respondents (330 of 1,000) felt unsafe after dark. In 2018/20 a further survey is
planned.

The district stands 16th of 15 areas for its rate of burglary.
""",
    (
        ("eighteen per cent", (K.PERCENT,)),
        ("4%", (K.POINTS,)),
        ("2018/20", (K.PERIOD,)),
        ("16th of 15", (K.RANK,)),
    ),
)

HELD_OUT = Written(
    """
1. Introduction

1.1 Members asked in September for a fuller account of crime in the Vale. This paper gives it.

2. Acquisitive crime

2.1 Dwelling burglary dropped to 388 offences in the twelve months ending March 2019, from 431 in
the
twelve months before: 43 fewer, or 10%.

2.2 Theft from a motor vehicle has soared. Police recorded 702 offences in 2018/19 and 585 in
2017/18,
which is a 25% rise.

2.3 Bicycle theft declined from 90 to 104 offences over the same period.

3. Violence

3.1 The rate of violence with injury stood at 6.4 per 1,000 population, lower than the force
average of
7.1 per 1,000. We rank second of eight.

3.2 Domestic incidents went from 1,020 to 1,122, a 10% rise; the share that were repeats went from
40%
to 44%, a 4% rise.

3.3 Night-time assaults totalled 96, comprising 51 in Westhaven, 30 in Marl and 17 elsewhere.

4. Young people and victims

4.1 There were 21 first-time entrants from April to September 2018 against 60 in 2017/18, so we are
well below last year.

4.2 Victim satisfaction was 81.0% (243 of 300), compared with 80.0% (240 of 300) a year ago. The
difference is within the survey's margin of error.

4.3 One in five callers waited more than ten minutes. Two officers and three volunteers staff the
line
on 101.

4.4 Of 240 referrals 96 (42%) led to an outcome.
""",
    (
        ("2.2", (K.PERCENT,)),
        ("2.3", (K.SIGN,)),
        ("3.2", (K.POINTS,)),
        ("3.3", (K.SUM,)),
        ("4.1", (K.UNLIKE_PERIODS,)),
        ("4.4", (K.PERCENT,)),
    ),
)
