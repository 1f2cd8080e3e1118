// Made by tools/make-arrows.ts from the tables of ARCHITECTURE.md; change them there and run `npm run arrows`.
module.exports = {
  "forbidden": [
    {
      "name": "no-circles",
      "comment": "two files that need each other are one thing, or miss a third below them",
      "severity": "error",
      "from": {},
      "to": {
        "circular": true
      }
    },
    {
      "name": "core-is-pure",
      "comment": "core imports nothing outside core, so that it runs in browser, server and terminal alike",
      "severity": "error",
      "from": {
        "path": "^core/src/",
        "pathNot": "\\.test\\.tsx?$"
      },
      "to": {
        "pathNot": "^core/",
        "couldNotResolve": false
      }
    },
    {
      "name": "every-import-resolves",
      "comment": "an import that leads nowhere hides its arrow",
      "severity": "error",
      "from": {},
      "to": {
        "couldNotResolve": true
      }
    },
    {
      "name": "only-edges-touch-the-machine",
      "comment": "Node's own modules are for the edges; what is pure gets bytes, times and hashes handed in",
      "severity": "error",
      "from": {
        "pathNot": [
          "^core/",
          "^(?!payer/src/answer/)payer/",
          "^server/src/print/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "^server/src/app\\.ts$",
          "^server/src/open-services\\.ts$",
          "^server/src/start-server\\.ts$",
          "^server/src/thread/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "dependencyTypes": [
          "core"
        ]
      }
    },
    {
      "name": "facts-are-passed-in",
      "comment": "facts are values passed in, so that an edition a practice imported is used like the shipped one",
      "severity": "error",
      "from": {
        "pathNot": [
          "^core/src/facts/shipped/",
          "^cli/",
          "^(?!payer/src/answer/)payer/",
          "^server/src/start-server\\.ts$",
          "^bench/",
          "^soak/",
          "^tools/",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": [
          "^core/src/facts/shipped/"
        ]
      }
    },
    {
      "name": "nothing-imports-the-start",
      "comment": "what starts the program stands above it: no part may lean on how it was started",
      "severity": "error",
      "from": {
        "pathNot": [
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": [
          "^cli/"
        ]
      }
    },
    {
      "name": "nothing-imports-what-checks-it",
      "comment": "what measures, makes or checks the program is no part of it",
      "severity": "error",
      "from": {
        "pathNot": [
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": [
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$"
        ]
      }
    },
    {
      "name": "only-tests-import-tests",
      "comment": "the program must not lean on what is there to judge it",
      "severity": "error",
      "from": {
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      }
    },
    {
      "name": "core/values imports only what its row lists",
      "comment": "the smallest types lean on nothing",
      "severity": "error",
      "from": {
        "path": "^core/src/values/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/values/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/people imports only what its row lists",
      "comment": "people are ground below the stages",
      "severity": "error",
      "from": {
        "path": "^core/src/people/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/people/",
          "^core/src/values/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/facts/facts.ts imports only what its row lists",
      "comment": "the interface of the facts is ground; their rows stand behind it",
      "severity": "error",
      "from": {
        "path": "^core/src/facts/facts\\.ts$",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/facts/facts\\.ts$",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/facts/rows imports only what its row lists",
      "comment": "the same look-ups over whatever rows: shipped, imported by a practice, or sent to a page",
      "severity": "error",
      "from": {
        "path": "^core/src/facts/rows/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/facts/rows/",
          "^core/src/values/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/facts/shipped imports only what its row lists",
      "comment": "rows are data: they know the interface they fill and nothing else",
      "severity": "error",
      "from": {
        "path": "^core/src/facts/shipped/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/facts/shipped/",
          "^core/src/values/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/text imports only what its row lists",
      "comment": "an instrument serves any stage and knows none; lexicons are arguments",
      "severity": "error",
      "from": {
        "path": "^core/src/text/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/text/",
          "^core/src/values/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/ledger imports only what its row lists",
      "comment": "an instrument serves any stage: the ledger knows nothing of claims",
      "severity": "error",
      "from": {
        "path": "^core/src/ledger/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/ledger/",
          "^core/src/values/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/x12/syntax imports only what its row lists",
      "comment": "syntax knows bytes and segments, nothing of health care",
      "severity": "error",
      "from": {
        "path": "^core/src/x12/syntax/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/x12/syntax/",
          "^core/src/values/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/x12/sets/*.ts imports only what its row lists",
      "comment": "the table language serves every set and knows none",
      "severity": "error",
      "from": {
        "path": "^core/src/x12/sets/[^/]+\\.ts$",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/x12/sets/[^/]+\\.ts$",
          "^core/src/values/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/x12/syntax/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/x12/sets/<set> imports only what its row lists",
      "comment": "each set stands alone on the table language, so that one can be read, added or dropped without another",
      "severity": "error",
      "from": {
        "path": "^core/src/x12/sets/([^/]+)/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/x12/sets/$1/",
          "^core/src/values/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/x12/syntax/",
          "^core/src/x12/sets/[^/]+\\.ts$",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/note/reading imports only what its row lists",
      "comment": "reading turns prose into a reading; it knows no claim, code or payer",
      "severity": "error",
      "from": {
        "path": "^core/src/note/reading/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/note/reading/",
          "^core/src/values/",
          "^core/src/text/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/coverage imports only what its row lists",
      "comment": "stages make, rules judge, thread brings together; what a later stage knows comes in as a value",
      "severity": "error",
      "from": {
        "path": "^core/src/coverage/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/coverage/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/session imports only what its row lists",
      "comment": "stages make, rules judge, thread brings together; what a later stage knows comes in as a value",
      "severity": "error",
      "from": {
        "path": "^core/src/session/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/session/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/note imports only what its row lists",
      "comment": "stages make, rules judge, thread brings together; what a later stage knows comes in as a value",
      "severity": "error",
      "from": {
        "path": "^core/src/note/",
        "pathNot": [
          "^core/src/note/reading/",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/note/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/coding imports only what its row lists",
      "comment": "stages make, rules judge, thread brings together; what a later stage knows comes in as a value",
      "severity": "error",
      "from": {
        "path": "^core/src/coding/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/coding/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/claim imports only what its row lists",
      "comment": "stages make, rules judge, thread brings together; what a later stage knows comes in as a value",
      "severity": "error",
      "from": {
        "path": "^core/src/claim/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/claim/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/remit imports only what its row lists",
      "comment": "stages make, rules judge, thread brings together; what a later stage knows comes in as a value",
      "severity": "error",
      "from": {
        "path": "^core/src/remit/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/remit/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/posting imports only what its row lists",
      "comment": "stages make, rules judge, thread brings together; what a later stage knows comes in as a value",
      "severity": "error",
      "from": {
        "path": "^core/src/posting/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/posting/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/payout imports only what its row lists",
      "comment": "what is owed is read from the ledger alone",
      "severity": "error",
      "from": {
        "path": "^core/src/payout/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/payout/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/ledger/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/rules imports only what its row lists",
      "comment": "rules judge what the stages made; they start nothing and follow nothing",
      "severity": "error",
      "from": {
        "path": "^core/src/rules/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/rules/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "core/thread imports only what its row lists",
      "comment": "thread brings stages and rules together; facts and answers are handed to it",
      "severity": "error",
      "from": {
        "path": "^core/src/thread/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "path": "^core/",
        "pathNot": [
          "^core/src/thread/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "payer/answer imports only what its row lists",
      "comment": "the payer is a stranger: it reads a claim by position as any payer would, never with our own 837P table or a stage of ours",
      "severity": "error",
      "from": {
        "path": "^payer/src/answer/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^payer/src/answer/",
          "^core/src/values/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/x12/syntax/",
          "^core/src/x12/sets/[^/]+\\.ts$",
          "^core/src/x12/sets/835/",
          "^core/src/x12/sets/277ca/",
          "^core/src/x12/sets/999/",
          "^core/src/x12/sets/ta1/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "payer imports only what its row lists",
      "comment": "the payer knows of us only bytes",
      "severity": "error",
      "from": {
        "path": "^payer/",
        "pathNot": [
          "^payer/src/answer/",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^payer/",
          "^payer/src/answer/",
          "^core/src/values/",
          "^core/src/x12/",
          "^core/src/facts/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/http imports only what its row lists",
      "comment": "ground of the server knows no stage",
      "severity": "error",
      "from": {
        "path": "^server/src/http/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/http/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "(^|/)node_modules/@fastify/cookie/",
          "(^|/)node_modules/@fastify/helmet/",
          "(^|/)node_modules/@fastify/rate-limit/",
          "(^|/)node_modules/@fastify/static/",
          "(^|/)node_modules/@fastify/swagger/",
          "(^|/)node_modules/@fastify/swagger-ui/",
          "(^|/)node_modules/fastify/",
          "(^|/)node_modules/fastify-type-provider-zod/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/pg/",
          "(^|/)node_modules/pino/",
          "(^|/)node_modules/prom-client/",
          "(^|/)node_modules/ssh2/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/database imports only what its row lists",
      "comment": "ground of the server knows no stage",
      "severity": "error",
      "from": {
        "path": "^server/src/database/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/database/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "(^|/)node_modules/@fastify/cookie/",
          "(^|/)node_modules/@fastify/helmet/",
          "(^|/)node_modules/@fastify/rate-limit/",
          "(^|/)node_modules/@fastify/static/",
          "(^|/)node_modules/@fastify/swagger/",
          "(^|/)node_modules/@fastify/swagger-ui/",
          "(^|/)node_modules/fastify/",
          "(^|/)node_modules/fastify-type-provider-zod/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/pg/",
          "(^|/)node_modules/pino/",
          "(^|/)node_modules/prom-client/",
          "(^|/)node_modules/ssh2/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/trail imports only what its row lists",
      "comment": "ground of the server knows no stage",
      "severity": "error",
      "from": {
        "path": "^server/src/trail/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/trail/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "(^|/)node_modules/@fastify/cookie/",
          "(^|/)node_modules/@fastify/helmet/",
          "(^|/)node_modules/@fastify/rate-limit/",
          "(^|/)node_modules/@fastify/static/",
          "(^|/)node_modules/@fastify/swagger/",
          "(^|/)node_modules/@fastify/swagger-ui/",
          "(^|/)node_modules/fastify/",
          "(^|/)node_modules/fastify-type-provider-zod/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/pg/",
          "(^|/)node_modules/pino/",
          "(^|/)node_modules/prom-client/",
          "(^|/)node_modules/ssh2/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/files imports only what its row lists",
      "comment": "ground of the server knows no stage",
      "severity": "error",
      "from": {
        "path": "^server/src/files/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/files/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "(^|/)node_modules/@fastify/cookie/",
          "(^|/)node_modules/@fastify/helmet/",
          "(^|/)node_modules/@fastify/rate-limit/",
          "(^|/)node_modules/@fastify/static/",
          "(^|/)node_modules/@fastify/swagger/",
          "(^|/)node_modules/@fastify/swagger-ui/",
          "(^|/)node_modules/fastify/",
          "(^|/)node_modules/fastify-type-provider-zod/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/pg/",
          "(^|/)node_modules/pino/",
          "(^|/)node_modules/prom-client/",
          "(^|/)node_modules/ssh2/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/jobs imports only what its row lists",
      "comment": "ground of the server knows no stage",
      "severity": "error",
      "from": {
        "path": "^server/src/jobs/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/jobs/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "(^|/)node_modules/@fastify/cookie/",
          "(^|/)node_modules/@fastify/helmet/",
          "(^|/)node_modules/@fastify/rate-limit/",
          "(^|/)node_modules/@fastify/static/",
          "(^|/)node_modules/@fastify/swagger/",
          "(^|/)node_modules/@fastify/swagger-ui/",
          "(^|/)node_modules/fastify/",
          "(^|/)node_modules/fastify-type-provider-zod/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/pg/",
          "(^|/)node_modules/pino/",
          "(^|/)node_modules/prom-client/",
          "(^|/)node_modules/ssh2/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/clearinghouse imports only what its row lists",
      "comment": "ground of the server knows no stage",
      "severity": "error",
      "from": {
        "path": "^server/src/clearinghouse/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/clearinghouse/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "(^|/)node_modules/@fastify/cookie/",
          "(^|/)node_modules/@fastify/helmet/",
          "(^|/)node_modules/@fastify/rate-limit/",
          "(^|/)node_modules/@fastify/static/",
          "(^|/)node_modules/@fastify/swagger/",
          "(^|/)node_modules/@fastify/swagger-ui/",
          "(^|/)node_modules/fastify/",
          "(^|/)node_modules/fastify-type-provider-zod/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/pg/",
          "(^|/)node_modules/pino/",
          "(^|/)node_modules/prom-client/",
          "(^|/)node_modules/ssh2/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/people imports only what its row lists",
      "comment": "ground of the server knows no stage",
      "severity": "error",
      "from": {
        "path": "^server/src/people/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/people/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "(^|/)node_modules/@fastify/cookie/",
          "(^|/)node_modules/@fastify/helmet/",
          "(^|/)node_modules/@fastify/rate-limit/",
          "(^|/)node_modules/@fastify/static/",
          "(^|/)node_modules/@fastify/swagger/",
          "(^|/)node_modules/@fastify/swagger-ui/",
          "(^|/)node_modules/fastify/",
          "(^|/)node_modules/fastify-type-provider-zod/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/pg/",
          "(^|/)node_modules/pino/",
          "(^|/)node_modules/prom-client/",
          "(^|/)node_modules/ssh2/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/practice imports only what its row lists",
      "comment": "ground of the server knows no stage",
      "severity": "error",
      "from": {
        "path": "^server/src/practice/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/practice/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "(^|/)node_modules/@fastify/cookie/",
          "(^|/)node_modules/@fastify/helmet/",
          "(^|/)node_modules/@fastify/rate-limit/",
          "(^|/)node_modules/@fastify/static/",
          "(^|/)node_modules/@fastify/swagger/",
          "(^|/)node_modules/@fastify/swagger-ui/",
          "(^|/)node_modules/fastify/",
          "(^|/)node_modules/fastify-type-provider-zod/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/pg/",
          "(^|/)node_modules/pino/",
          "(^|/)node_modules/prom-client/",
          "(^|/)node_modules/ssh2/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/print imports only what its row lists",
      "comment": "what is printed comes in as blocks of words; whose they are stays with the stage",
      "severity": "error",
      "from": {
        "path": "^server/src/print/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/print/",
          "^core/src/values/",
          "^core/src/people/",
          "(^|/)node_modules/@fontsource-variable/source-serif-4/",
          "(^|/)node_modules/fontkit/",
          "(^|/)node_modules/pdfkit/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/coverage imports only what its row lists",
      "comment": "a stage remembers its own documents and may look at earlier ones; acts over several stages stand in server/thread",
      "severity": "error",
      "from": {
        "path": "^server/src/coverage/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/coverage/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/session imports only what its row lists",
      "comment": "a stage remembers its own documents and may look at earlier ones; acts over several stages stand in server/thread",
      "severity": "error",
      "from": {
        "path": "^server/src/session/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/session/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "^server/src/coverage/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/note imports only what its row lists",
      "comment": "a stage remembers its own documents and may look at earlier ones; acts over several stages stand in server/thread",
      "severity": "error",
      "from": {
        "path": "^server/src/note/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/note/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "^server/src/coverage/",
          "^server/src/session/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/coding imports only what its row lists",
      "comment": "a stage remembers its own documents and may look at earlier ones; acts over several stages stand in server/thread",
      "severity": "error",
      "from": {
        "path": "^server/src/coding/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/coding/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "^server/src/coverage/",
          "^server/src/session/",
          "^server/src/note/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/claim imports only what its row lists",
      "comment": "a stage remembers its own documents and may look at earlier ones; acts over several stages stand in server/thread",
      "severity": "error",
      "from": {
        "path": "^server/src/claim/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/claim/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "^server/src/coverage/",
          "^server/src/session/",
          "^server/src/note/",
          "^server/src/coding/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/remit imports only what its row lists",
      "comment": "a stage remembers its own documents and may look at earlier ones; acts over several stages stand in server/thread",
      "severity": "error",
      "from": {
        "path": "^server/src/remit/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/remit/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "^server/src/coverage/",
          "^server/src/session/",
          "^server/src/note/",
          "^server/src/coding/",
          "^server/src/claim/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/posting imports only what its row lists",
      "comment": "a stage remembers its own documents and may look at earlier ones; acts over several stages stand in server/thread",
      "severity": "error",
      "from": {
        "path": "^server/src/posting/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/posting/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "^server/src/coverage/",
          "^server/src/session/",
          "^server/src/note/",
          "^server/src/coding/",
          "^server/src/claim/",
          "^server/src/remit/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/payout imports only what its row lists",
      "comment": "a stage remembers its own documents and may look at earlier ones; acts over several stages stand in server/thread",
      "severity": "error",
      "from": {
        "path": "^server/src/payout/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/payout/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "^server/src/coverage/",
          "^server/src/session/",
          "^server/src/note/",
          "^server/src/coding/",
          "^server/src/claim/",
          "^server/src/remit/",
          "^server/src/posting/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/thread imports only what its row lists",
      "comment": "facts are values passed in, also where stages meet",
      "severity": "error",
      "from": {
        "path": "^server/src/thread/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/thread/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "web/api imports only what its row lists",
      "comment": "whoever asks the server knows no page",
      "severity": "error",
      "from": {
        "path": "^web/src/api/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^web/src/api/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "(^|/)node_modules/@tanstack/react-query/",
          "(^|/)node_modules/openapi-fetch/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "web/theme imports only what its row lists",
      "comment": "tokens and looks lean on nothing",
      "severity": "error",
      "from": {
        "path": "^web/src/theme/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^web/src/theme/",
          "(^|/)node_modules/@fontsource-variable/atkinson-hyperlegible-mono/",
          "(^|/)node_modules/@fontsource-variable/hanken-grotesk/",
          "(^|/)node_modules/@fontsource-variable/source-serif-4/",
          "(^|/)node_modules/@mantine/core/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "web/ui imports only what its row lists",
      "comment": "pieces of the page know no stage and ask nobody",
      "severity": "error",
      "from": {
        "path": "^web/src/ui/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^web/src/ui/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^web/src/theme/",
          "(^|/)node_modules/@mantine/core/",
          "(^|/)node_modules/@mantine/hooks/",
          "(^|/)node_modules/react/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "web/people imports only what its row lists",
      "comment": "people are ground below the stages",
      "severity": "error",
      "from": {
        "path": "^web/src/people/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^web/src/people/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^web/src/api/",
          "^web/src/theme/",
          "^web/src/ui/",
          "^web/src/people/",
          "(^|/)node_modules/@mantine/core/",
          "(^|/)node_modules/@mantine/hooks/",
          "(^|/)node_modules/@mantine/notifications/",
          "(^|/)node_modules/@mantine/spotlight/",
          "(^|/)node_modules/@tanstack/react-query/",
          "(^|/)node_modules/@tanstack/react-router/",
          "(^|/)node_modules/react/",
          "(^|/)node_modules/react-dom/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "web/coverage imports only what its row lists",
      "comment": "a page shows its own stage and earlier ones; what shows several stands in web/thread",
      "severity": "error",
      "from": {
        "path": "^web/src/coverage/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^web/src/coverage/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^web/src/api/",
          "^web/src/theme/",
          "^web/src/ui/",
          "^web/src/people/",
          "(^|/)node_modules/@mantine/core/",
          "(^|/)node_modules/@mantine/hooks/",
          "(^|/)node_modules/@mantine/notifications/",
          "(^|/)node_modules/@mantine/spotlight/",
          "(^|/)node_modules/@tanstack/react-query/",
          "(^|/)node_modules/@tanstack/react-router/",
          "(^|/)node_modules/react/",
          "(^|/)node_modules/react-dom/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "web/session imports only what its row lists",
      "comment": "a page shows its own stage and earlier ones; what shows several stands in web/thread",
      "severity": "error",
      "from": {
        "path": "^web/src/session/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^web/src/session/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^web/src/api/",
          "^web/src/theme/",
          "^web/src/ui/",
          "^web/src/people/",
          "^web/src/coverage/",
          "(^|/)node_modules/@mantine/core/",
          "(^|/)node_modules/@mantine/hooks/",
          "(^|/)node_modules/@mantine/notifications/",
          "(^|/)node_modules/@mantine/spotlight/",
          "(^|/)node_modules/@tanstack/react-query/",
          "(^|/)node_modules/@tanstack/react-router/",
          "(^|/)node_modules/react/",
          "(^|/)node_modules/react-dom/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "web/note imports only what its row lists",
      "comment": "a page shows its own stage and earlier ones; what shows several stands in web/thread",
      "severity": "error",
      "from": {
        "path": "^web/src/note/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^web/src/note/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^web/src/api/",
          "^web/src/theme/",
          "^web/src/ui/",
          "^web/src/people/",
          "^web/src/coverage/",
          "^web/src/session/",
          "(^|/)node_modules/@mantine/core/",
          "(^|/)node_modules/@mantine/hooks/",
          "(^|/)node_modules/@mantine/notifications/",
          "(^|/)node_modules/@mantine/spotlight/",
          "(^|/)node_modules/@tanstack/react-query/",
          "(^|/)node_modules/@tanstack/react-router/",
          "(^|/)node_modules/react/",
          "(^|/)node_modules/react-dom/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "web/coding imports only what its row lists",
      "comment": "a page shows its own stage and earlier ones; what shows several stands in web/thread",
      "severity": "error",
      "from": {
        "path": "^web/src/coding/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^web/src/coding/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^web/src/api/",
          "^web/src/theme/",
          "^web/src/ui/",
          "^web/src/people/",
          "^web/src/coverage/",
          "^web/src/session/",
          "^web/src/note/",
          "(^|/)node_modules/@mantine/core/",
          "(^|/)node_modules/@mantine/hooks/",
          "(^|/)node_modules/@mantine/notifications/",
          "(^|/)node_modules/@mantine/spotlight/",
          "(^|/)node_modules/@tanstack/react-query/",
          "(^|/)node_modules/@tanstack/react-router/",
          "(^|/)node_modules/react/",
          "(^|/)node_modules/react-dom/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "web/claim imports only what its row lists",
      "comment": "a page shows its own stage and earlier ones; what shows several stands in web/thread",
      "severity": "error",
      "from": {
        "path": "^web/src/claim/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^web/src/claim/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^web/src/api/",
          "^web/src/theme/",
          "^web/src/ui/",
          "^web/src/people/",
          "^web/src/coverage/",
          "^web/src/session/",
          "^web/src/note/",
          "^web/src/coding/",
          "(^|/)node_modules/@mantine/core/",
          "(^|/)node_modules/@mantine/hooks/",
          "(^|/)node_modules/@mantine/notifications/",
          "(^|/)node_modules/@mantine/spotlight/",
          "(^|/)node_modules/@tanstack/react-query/",
          "(^|/)node_modules/@tanstack/react-router/",
          "(^|/)node_modules/react/",
          "(^|/)node_modules/react-dom/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "web/remit imports only what its row lists",
      "comment": "a page shows its own stage and earlier ones; what shows several stands in web/thread",
      "severity": "error",
      "from": {
        "path": "^web/src/remit/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^web/src/remit/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^web/src/api/",
          "^web/src/theme/",
          "^web/src/ui/",
          "^web/src/people/",
          "^web/src/coverage/",
          "^web/src/session/",
          "^web/src/note/",
          "^web/src/coding/",
          "^web/src/claim/",
          "(^|/)node_modules/@mantine/core/",
          "(^|/)node_modules/@mantine/hooks/",
          "(^|/)node_modules/@mantine/notifications/",
          "(^|/)node_modules/@mantine/spotlight/",
          "(^|/)node_modules/@tanstack/react-query/",
          "(^|/)node_modules/@tanstack/react-router/",
          "(^|/)node_modules/react/",
          "(^|/)node_modules/react-dom/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "web/posting imports only what its row lists",
      "comment": "a page shows its own stage and earlier ones; what shows several stands in web/thread",
      "severity": "error",
      "from": {
        "path": "^web/src/posting/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^web/src/posting/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^web/src/api/",
          "^web/src/theme/",
          "^web/src/ui/",
          "^web/src/people/",
          "^web/src/coverage/",
          "^web/src/session/",
          "^web/src/note/",
          "^web/src/coding/",
          "^web/src/claim/",
          "^web/src/remit/",
          "(^|/)node_modules/@mantine/core/",
          "(^|/)node_modules/@mantine/hooks/",
          "(^|/)node_modules/@mantine/notifications/",
          "(^|/)node_modules/@mantine/spotlight/",
          "(^|/)node_modules/@tanstack/react-query/",
          "(^|/)node_modules/@tanstack/react-router/",
          "(^|/)node_modules/react/",
          "(^|/)node_modules/react-dom/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "web/payout imports only what its row lists",
      "comment": "a page shows its own stage and earlier ones; what shows several stands in web/thread",
      "severity": "error",
      "from": {
        "path": "^web/src/payout/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^web/src/payout/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^web/src/api/",
          "^web/src/theme/",
          "^web/src/ui/",
          "^web/src/people/",
          "^web/src/coverage/",
          "^web/src/session/",
          "^web/src/note/",
          "^web/src/coding/",
          "^web/src/claim/",
          "^web/src/remit/",
          "^web/src/posting/",
          "(^|/)node_modules/@mantine/core/",
          "(^|/)node_modules/@mantine/hooks/",
          "(^|/)node_modules/@mantine/notifications/",
          "(^|/)node_modules/@mantine/spotlight/",
          "(^|/)node_modules/@tanstack/react-query/",
          "(^|/)node_modules/@tanstack/react-router/",
          "(^|/)node_modules/react/",
          "(^|/)node_modules/react-dom/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "web/thread imports only what its row lists",
      "comment": "facts are values passed in, also where stages meet",
      "severity": "error",
      "from": {
        "path": "^web/src/thread/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^web/src/thread/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^web/",
          "(^|/)node_modules/@mantine/core/",
          "(^|/)node_modules/@mantine/hooks/",
          "(^|/)node_modules/@mantine/notifications/",
          "(^|/)node_modules/@mantine/spotlight/",
          "(^|/)node_modules/@tanstack/react-query/",
          "(^|/)node_modules/@tanstack/react-router/",
          "(^|/)node_modules/react/",
          "(^|/)node_modules/react-dom/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "web/shell imports only what its row lists",
      "comment": "the frame around the pages knows them by their addresses alone",
      "severity": "error",
      "from": {
        "path": "^web/src/shell/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^web/src/shell/",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^web/src/api/",
          "^web/src/theme/",
          "^web/src/ui/",
          "^web/src/people/",
          "(^|/)node_modules/@mantine/core/",
          "(^|/)node_modules/@mantine/hooks/",
          "(^|/)node_modules/@mantine/notifications/",
          "(^|/)node_modules/@mantine/spotlight/",
          "(^|/)node_modules/@tanstack/react-query/",
          "(^|/)node_modules/@tanstack/react-router/",
          "(^|/)node_modules/react/",
          "(^|/)node_modules/react-dom/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "web/router.tsx imports only what its row lists",
      "comment": "an address is given its page here",
      "severity": "error",
      "from": {
        "path": "^web/src/router\\.tsx$",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^web/src/router\\.tsx$",
          "^web/",
          "(^|/)node_modules/@mantine/core/",
          "(^|/)node_modules/@mantine/hooks/",
          "(^|/)node_modules/@mantine/notifications/",
          "(^|/)node_modules/@mantine/spotlight/",
          "(^|/)node_modules/@tanstack/react-query/",
          "(^|/)node_modules/@tanstack/react-router/",
          "(^|/)node_modules/react/",
          "(^|/)node_modules/react-dom/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "web/main.tsx imports only what its row lists",
      "comment": "the pages are started here",
      "severity": "error",
      "from": {
        "path": "^web/src/main\\.tsx$",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^web/src/main\\.tsx$",
          "^web/",
          "(^|/)node_modules/@mantine/core/",
          "(^|/)node_modules/@mantine/hooks/",
          "(^|/)node_modules/@mantine/notifications/",
          "(^|/)node_modules/@mantine/spotlight/",
          "(^|/)node_modules/@tanstack/react-query/",
          "(^|/)node_modules/@tanstack/react-router/",
          "(^|/)node_modules/react/",
          "(^|/)node_modules/react-dom/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/services.ts imports only what its row lists",
      "comment": "what the parts are given is named by ground alone",
      "severity": "error",
      "from": {
        "path": "^server/src/services\\.ts$",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/services\\.ts$",
          "^core/src/values/",
          "^core/src/people/",
          "^core/src/facts/facts\\.ts$",
          "^core/src/facts/rows/",
          "^core/src/x12/",
          "^core/src/text/",
          "^core/src/ledger/",
          "^core/src/coverage/",
          "^core/src/session/",
          "^core/src/note/",
          "^core/src/coding/",
          "^core/src/claim/",
          "^core/src/remit/",
          "^core/src/posting/",
          "^core/src/payout/",
          "^core/src/rules/",
          "^core/src/thread/",
          "^server/src/services\\.ts$",
          "^server/src/config\\.ts$",
          "^server/src/clock\\.ts$",
          "^server/src/ids\\.ts$",
          "^server/src/sha256\\.ts$",
          "^server/src/log\\.ts$",
          "^server/src/http/",
          "^server/src/database/",
          "^server/src/trail/",
          "^server/src/files/",
          "^server/src/jobs/",
          "^server/src/clearinghouse/",
          "^server/src/people/",
          "^server/src/practice/",
          "^server/src/print/",
          "(^|/)node_modules/@fastify/cookie/",
          "(^|/)node_modules/@fastify/helmet/",
          "(^|/)node_modules/@fastify/rate-limit/",
          "(^|/)node_modules/@fastify/static/",
          "(^|/)node_modules/@fastify/swagger/",
          "(^|/)node_modules/@fastify/swagger-ui/",
          "(^|/)node_modules/fastify/",
          "(^|/)node_modules/fastify-type-provider-zod/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/pg/",
          "(^|/)node_modules/pino/",
          "(^|/)node_modules/prom-client/",
          "(^|/)node_modules/ssh2/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/config.ts imports only what its row lists",
      "comment": "the settings lean on nothing",
      "severity": "error",
      "from": {
        "path": "^server/src/config\\.ts$",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/config\\.ts$",
          "(^|/)node_modules/@fastify/cookie/",
          "(^|/)node_modules/@fastify/helmet/",
          "(^|/)node_modules/@fastify/rate-limit/",
          "(^|/)node_modules/@fastify/static/",
          "(^|/)node_modules/@fastify/swagger/",
          "(^|/)node_modules/@fastify/swagger-ui/",
          "(^|/)node_modules/fastify/",
          "(^|/)node_modules/fastify-type-provider-zod/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/pg/",
          "(^|/)node_modules/pino/",
          "(^|/)node_modules/prom-client/",
          "(^|/)node_modules/ssh2/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/clock.ts imports only what its row lists",
      "comment": "the one reader of the time leans on nothing else",
      "severity": "error",
      "from": {
        "path": "^server/src/clock\\.ts$",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/clock\\.ts$",
          "^core/src/values/",
          "(^|/)node_modules/@fastify/cookie/",
          "(^|/)node_modules/@fastify/helmet/",
          "(^|/)node_modules/@fastify/rate-limit/",
          "(^|/)node_modules/@fastify/static/",
          "(^|/)node_modules/@fastify/swagger/",
          "(^|/)node_modules/@fastify/swagger-ui/",
          "(^|/)node_modules/fastify/",
          "(^|/)node_modules/fastify-type-provider-zod/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/pg/",
          "(^|/)node_modules/pino/",
          "(^|/)node_modules/prom-client/",
          "(^|/)node_modules/ssh2/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/ids.ts imports only what its row lists",
      "comment": "ids are made of the time and of chance",
      "severity": "error",
      "from": {
        "path": "^server/src/ids\\.ts$",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/ids\\.ts$",
          "^server/src/clock\\.ts$",
          "(^|/)node_modules/@fastify/cookie/",
          "(^|/)node_modules/@fastify/helmet/",
          "(^|/)node_modules/@fastify/rate-limit/",
          "(^|/)node_modules/@fastify/static/",
          "(^|/)node_modules/@fastify/swagger/",
          "(^|/)node_modules/@fastify/swagger-ui/",
          "(^|/)node_modules/fastify/",
          "(^|/)node_modules/fastify-type-provider-zod/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/pg/",
          "(^|/)node_modules/pino/",
          "(^|/)node_modules/prom-client/",
          "(^|/)node_modules/ssh2/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/sha256.ts imports only what its row lists",
      "comment": "a hash leans on nothing",
      "severity": "error",
      "from": {
        "path": "^server/src/sha256\\.ts$",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/sha256\\.ts$",
          "(^|/)node_modules/@fastify/cookie/",
          "(^|/)node_modules/@fastify/helmet/",
          "(^|/)node_modules/@fastify/rate-limit/",
          "(^|/)node_modules/@fastify/static/",
          "(^|/)node_modules/@fastify/swagger/",
          "(^|/)node_modules/@fastify/swagger-ui/",
          "(^|/)node_modules/fastify/",
          "(^|/)node_modules/fastify-type-provider-zod/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/pg/",
          "(^|/)node_modules/pino/",
          "(^|/)node_modules/prom-client/",
          "(^|/)node_modules/ssh2/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/log.ts imports only what its row lists",
      "comment": "the log knows nothing of what is logged",
      "severity": "error",
      "from": {
        "path": "^server/src/log\\.ts$",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/log\\.ts$",
          "(^|/)node_modules/@fastify/cookie/",
          "(^|/)node_modules/@fastify/helmet/",
          "(^|/)node_modules/@fastify/rate-limit/",
          "(^|/)node_modules/@fastify/static/",
          "(^|/)node_modules/@fastify/swagger/",
          "(^|/)node_modules/@fastify/swagger-ui/",
          "(^|/)node_modules/fastify/",
          "(^|/)node_modules/fastify-type-provider-zod/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/pg/",
          "(^|/)node_modules/pino/",
          "(^|/)node_modules/prom-client/",
          "(^|/)node_modules/ssh2/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/app.ts imports only what its row lists",
      "comment": "the app is put together from core and its own package",
      "severity": "error",
      "from": {
        "path": "^server/src/app\\.ts$",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/app\\.ts$",
          "^core/",
          "^server/",
          "(^|/)node_modules/@fastify/cookie/",
          "(^|/)node_modules/@fastify/helmet/",
          "(^|/)node_modules/@fastify/rate-limit/",
          "(^|/)node_modules/@fastify/static/",
          "(^|/)node_modules/@fastify/swagger/",
          "(^|/)node_modules/@fastify/swagger-ui/",
          "(^|/)node_modules/fastify/",
          "(^|/)node_modules/fastify-type-provider-zod/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/pg/",
          "(^|/)node_modules/pino/",
          "(^|/)node_modules/prom-client/",
          "(^|/)node_modules/ssh2/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/open-services.ts imports only what its row lists",
      "comment": "the services are put together for the one who starts",
      "severity": "error",
      "from": {
        "path": "^server/src/open-services\\.ts$",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/open-services\\.ts$",
          "^core/",
          "^server/",
          "(^|/)node_modules/@fastify/cookie/",
          "(^|/)node_modules/@fastify/helmet/",
          "(^|/)node_modules/@fastify/rate-limit/",
          "(^|/)node_modules/@fastify/static/",
          "(^|/)node_modules/@fastify/swagger/",
          "(^|/)node_modules/@fastify/swagger-ui/",
          "(^|/)node_modules/fastify/",
          "(^|/)node_modules/fastify-type-provider-zod/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/pg/",
          "(^|/)node_modules/pino/",
          "(^|/)node_modules/prom-client/",
          "(^|/)node_modules/ssh2/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "server/start-server.ts imports only what its row lists",
      "comment": "the front door for whoever starts the server",
      "severity": "error",
      "from": {
        "path": "^server/src/start-server\\.ts$",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^server/src/start-server\\.ts$",
          "^core/",
          "^server/",
          "(^|/)node_modules/@fastify/cookie/",
          "(^|/)node_modules/@fastify/helmet/",
          "(^|/)node_modules/@fastify/rate-limit/",
          "(^|/)node_modules/@fastify/static/",
          "(^|/)node_modules/@fastify/swagger/",
          "(^|/)node_modules/@fastify/swagger-ui/",
          "(^|/)node_modules/fastify/",
          "(^|/)node_modules/fastify-type-provider-zod/",
          "(^|/)node_modules/kysely/",
          "(^|/)node_modules/pg/",
          "(^|/)node_modules/pino/",
          "(^|/)node_modules/prom-client/",
          "(^|/)node_modules/ssh2/",
          "(^|/)node_modules/temporal-polyfill/",
          "(^|/)node_modules/zod/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    },
    {
      "name": "cli imports only what its row lists",
      "comment": "the command line puts whole things together: it goes in by their front doors",
      "severity": "error",
      "from": {
        "path": "^cli/",
        "pathNot": [
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ]
      },
      "to": {
        "pathNot": [
          "^cli/",
          "^core/",
          "^server/src/start-server\\.ts$",
          "^server/src/app\\.ts$",
          "^server/src/config\\.ts$",
          "^payer/src/answer/answer\\.ts$",
          "^payer/src/serve\\.ts$",
          "(^|/)node_modules/ajv/",
          "(^|/)node_modules/temporal-polyfill/",
          "^core/src/facts/shipped/",
          "^cli/",
          "^bench/",
          "^soak/",
          "^tools/",
          "^[^/]+\\.ts$",
          "^core/corpus-tests/",
          "^[a-z]+/stories/",
          "\\.test\\.tsx?$"
        ],
        "dependencyTypesNot": [
          "core"
        ],
        "couldNotResolve": false
      }
    }
  ],
  "modules": [
    {
      "name": "core/corpus-tests",
      "pattern": "^core/corpus-tests/"
    },
    {
      "name": "**/stories",
      "pattern": "^[a-z]+/stories/"
    },
    {
      "name": "**/*.test.ts",
      "pattern": "\\.test\\.tsx?$"
    },
    {
      "name": "core/x12/sets/*.ts",
      "pattern": "^core/src/x12/sets/[^/]+\\.ts$"
    },
    {
      "name": "core/x12/sets/<set>",
      "pattern": "^core/src/x12/sets/([^/]+)/"
    },
    {
      "name": "core/facts/facts.ts",
      "pattern": "^core/src/facts/facts\\.ts$"
    },
    {
      "name": "core/facts/rows",
      "pattern": "^core/src/facts/rows/"
    },
    {
      "name": "core/facts/shipped",
      "pattern": "^core/src/facts/shipped/"
    },
    {
      "name": "core/x12/syntax",
      "pattern": "^core/src/x12/syntax/"
    },
    {
      "name": "core/note/reading",
      "pattern": "^core/src/note/reading/"
    },
    {
      "name": "core/values",
      "pattern": "^core/src/values/"
    },
    {
      "name": "core/people",
      "pattern": "^core/src/people/"
    },
    {
      "name": "core/text",
      "pattern": "^core/src/text/"
    },
    {
      "name": "core/ledger",
      "pattern": "^core/src/ledger/"
    },
    {
      "name": "core/coverage",
      "pattern": "^core/src/coverage/"
    },
    {
      "name": "core/session",
      "pattern": "^core/src/session/"
    },
    {
      "name": "core/note",
      "pattern": "^core/src/note/"
    },
    {
      "name": "core/coding",
      "pattern": "^core/src/coding/"
    },
    {
      "name": "core/claim",
      "pattern": "^core/src/claim/"
    },
    {
      "name": "core/remit",
      "pattern": "^core/src/remit/"
    },
    {
      "name": "core/posting",
      "pattern": "^core/src/posting/"
    },
    {
      "name": "core/payout",
      "pattern": "^core/src/payout/"
    },
    {
      "name": "core/rules",
      "pattern": "^core/src/rules/"
    },
    {
      "name": "core/thread",
      "pattern": "^core/src/thread/"
    },
    {
      "name": "payer/answer",
      "pattern": "^payer/src/answer/"
    },
    {
      "name": "server/http",
      "pattern": "^server/src/http/"
    },
    {
      "name": "server/database",
      "pattern": "^server/src/database/"
    },
    {
      "name": "server/trail",
      "pattern": "^server/src/trail/"
    },
    {
      "name": "server/files",
      "pattern": "^server/src/files/"
    },
    {
      "name": "server/jobs",
      "pattern": "^server/src/jobs/"
    },
    {
      "name": "server/clearinghouse",
      "pattern": "^server/src/clearinghouse/"
    },
    {
      "name": "server/people",
      "pattern": "^server/src/people/"
    },
    {
      "name": "server/practice",
      "pattern": "^server/src/practice/"
    },
    {
      "name": "server/print",
      "pattern": "^server/src/print/"
    },
    {
      "name": "server/coverage",
      "pattern": "^server/src/coverage/"
    },
    {
      "name": "server/session",
      "pattern": "^server/src/session/"
    },
    {
      "name": "server/note",
      "pattern": "^server/src/note/"
    },
    {
      "name": "server/coding",
      "pattern": "^server/src/coding/"
    },
    {
      "name": "server/claim",
      "pattern": "^server/src/claim/"
    },
    {
      "name": "server/remit",
      "pattern": "^server/src/remit/"
    },
    {
      "name": "server/posting",
      "pattern": "^server/src/posting/"
    },
    {
      "name": "server/payout",
      "pattern": "^server/src/payout/"
    },
    {
      "name": "server/thread",
      "pattern": "^server/src/thread/"
    },
    {
      "name": "web/api",
      "pattern": "^web/src/api/"
    },
    {
      "name": "web/theme",
      "pattern": "^web/src/theme/"
    },
    {
      "name": "web/ui",
      "pattern": "^web/src/ui/"
    },
    {
      "name": "web/people",
      "pattern": "^web/src/people/"
    },
    {
      "name": "web/coverage",
      "pattern": "^web/src/coverage/"
    },
    {
      "name": "web/session",
      "pattern": "^web/src/session/"
    },
    {
      "name": "web/note",
      "pattern": "^web/src/note/"
    },
    {
      "name": "web/coding",
      "pattern": "^web/src/coding/"
    },
    {
      "name": "web/claim",
      "pattern": "^web/src/claim/"
    },
    {
      "name": "web/remit",
      "pattern": "^web/src/remit/"
    },
    {
      "name": "web/posting",
      "pattern": "^web/src/posting/"
    },
    {
      "name": "web/payout",
      "pattern": "^web/src/payout/"
    },
    {
      "name": "web/thread",
      "pattern": "^web/src/thread/"
    },
    {
      "name": "web/shell",
      "pattern": "^web/src/shell/"
    },
    {
      "name": "web/router.tsx",
      "pattern": "^web/src/router\\.tsx$"
    },
    {
      "name": "web/main.tsx",
      "pattern": "^web/src/main\\.tsx$"
    },
    {
      "name": "server/services.ts",
      "pattern": "^server/src/services\\.ts$"
    },
    {
      "name": "server/config.ts",
      "pattern": "^server/src/config\\.ts$"
    },
    {
      "name": "server/clock.ts",
      "pattern": "^server/src/clock\\.ts$"
    },
    {
      "name": "server/ids.ts",
      "pattern": "^server/src/ids\\.ts$"
    },
    {
      "name": "server/sha256.ts",
      "pattern": "^server/src/sha256\\.ts$"
    },
    {
      "name": "server/log.ts",
      "pattern": "^server/src/log\\.ts$"
    },
    {
      "name": "server/app.ts",
      "pattern": "^server/src/app\\.ts$"
    },
    {
      "name": "server/open-services.ts",
      "pattern": "^server/src/open-services\\.ts$"
    },
    {
      "name": "server/start-server.ts",
      "pattern": "^server/src/start-server\\.ts$"
    },
    {
      "name": "payer",
      "pattern": "^payer/"
    },
    {
      "name": "cli",
      "pattern": "^cli/"
    },
    {
      "name": "bench",
      "pattern": "^bench/"
    },
    {
      "name": "soak",
      "pattern": "^soak/"
    },
    {
      "name": "tools",
      "pattern": "^tools/"
    },
    {
      "name": "*.ts",
      "pattern": "^[^/]+\\.ts$"
    }
  ]
}
