-- A pack as the first release saved it: tests that later ones upgrade it.
PRAGMA application_id = 1396786770;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE audit (
            id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, title TEXT NOT NULL,
            kind TEXT NOT NULL, code TEXT NOT NULL, field TEXT NOT NULL,
            old TEXT NOT NULL CHECK (json_valid(old)), new TEXT NOT NULL CHECK (json_valid(new)),
            why TEXT NOT NULL) STRICT;
INSERT INTO "audit" VALUES(1,'2017-05-02T09:30:00+00:00','A. Coordinator','harm','incident type','robbery','harm','18','17','');
INSERT INTO "audit" VALUES(2,'2017-05-02T09:30:00+00:00','A. Coordinator','Load of Q4 figures.xlsx','load','1','','null','{"name": "Q4 figures.xlsx", "partner": "Police", "sha256": "abababababababababababababababababababababababababababababababab", "observations": 2}','sent by e-mail');
INSERT INTO "audit" VALUES(3,'2017-05-02T09:30:00+00:00','A. Coordinator','Load of Q4 figures.xlsx','load','2','','null','{"name": "Q4 figures.xlsx", "partner": "Police", "sha256": "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd", "observations": 1}','sent by e-mail');
INSERT INTO "audit" VALUES(4,'2017-05-03T09:30:00+00:00','A. Coordinator','Withdrawal of Q4 figures.xlsx','load','2','withdrawn','false','true','sent by mistake');
CREATE TABLE load (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL,
            size INTEGER NOT NULL, partner TEXT NOT NULL, recipe TEXT NOT NULL,
            loaded_at TEXT NOT NULL, loaded_by TEXT NOT NULL, note TEXT NOT NULL,
            observations INTEGER NOT NULL,
            withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))) STRICT;
INSERT INTO "load" VALUES(1,'Q4 figures.xlsx','abababababababababababababababababababababababababababababababab',12345,'Police','police-quarterly','2017-05-02T09:30:00+00:00','A. Coordinator','sent by e-mail',2,0);
INSERT INTO "load" VALUES(2,'Q4 figures.xlsx','cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd',12345,'Police','police-quarterly','2017-05-02T09:30:00+00:00','A. Coordinator','sent by e-mail',1,1);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO "meta" VALUES('revision','5');
CREATE TABLE observation (
            id INTEGER PRIMARY KEY, load INTEGER NOT NULL REFERENCES load,
            indicator TEXT NOT NULL, area TEXT NOT NULL,
            first_day TEXT NOT NULL, last_day TEXT NOT NULL, period_kind TEXT NOT NULL,
            unit TEXT NOT NULL, value REAL NOT NULL, numerator REAL, denominator REAL,
            status TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, raw TEXT NOT NULL
            ) STRICT;
INSERT INTO "observation" VALUES(1,1,'burglary-dwelling','E10000018','2017-03-01','2017-03-31','month','count',1204.0,NULL,NULL,'final','Burglary ','C12',' 1,204 ');
INSERT INTO "observation" VALUES(2,1,'marac-repeats','LLR','2016-04-01','2017-03-31','financial year','percentage',37.5,42.0,112.0,'provisional','Burglary ','AB7',' 37.5 ');
INSERT INTO "observation" VALUES(3,2,'burglary-dwelling','E10000018','2017-03-01','2017-03-31','month','count',1210.0,NULL,NULL,'revised','Burglary ','C12',' 1,210 ');
CREATE TABLE problem (
            load INTEGER NOT NULL REFERENCES load, position INTEGER NOT NULL,
            severity TEXT NOT NULL, what TEXT NOT NULL, place TEXT NOT NULL, remedy TEXT NOT NULL,
            PRIMARY KEY (load, position)) STRICT;
INSERT INTO "problem" VALUES(1,0,'look at this','A total differs','sheet ''Burglary'', cell C14','Look at it');
INSERT INTO "problem" VALUES(1,1,'for information','A hidden sheet','sheet ''Old''','');
CREATE TABLE record (
            kind TEXT NOT NULL, code TEXT NOT NULL, position INTEGER NOT NULL,
            json TEXT CHECK (json IS NULL OR json_valid(json)),
            PRIMARY KEY (kind, code)) STRICT;
INSERT INTO "record" VALUES('incident type','murder',0,'{"name": "Murder", "harm": 15}');
INSERT INTO "record" VALUES('incident type','robbery',1,'{"name": "Robbery", "harm": 17}');
CREATE UNIQUE INDEX observation_key ON observation (
            indicator, area, last_day, first_day, period_kind, unit, load);
CREATE INDEX audit_record ON audit (kind, code);
COMMIT;
