// What the command line offers, and how a call that cannot be meant is answered.

export const usage = `goldenthread: a session from its note to its payment, in the terminal

  goldenthread thread FILE.json [--json] [--out DIR] [--answers DIR]
      Follows one session: checks, codes, claim, the payer's answers, entries.
      --json         one JSON object instead of a page to read
      --out DIR      writes the files that went and came, all or none
      --answers DIR  reads the payer's files from DIR instead of asking the stand-in payer

  goldenthread serve [--no-demo]
      Serves the practice: PostgreSQL, server, stand-in payer (\`npm start\` does the same). docs/running.md tells more.
      --no-demo      a new data folder is for a real practice, not for the invented one

  goldenthread verify
      Proves what DATA_DIR or DATABASE_URL keeps: the trail with its signed heads, notes, ledger, files, claims.

  goldenthread payer answer FILE.837 --plan PLAN.json --out DIR
      Asks the stand-in payer alone. PLAN.json is the "payer" part of a case file, with "at" beside it.

  goldenthread --help | --version

Exit status: 0 the thread went as far as it can (a denial is an answer); 1 findings hold it, or the input was
refused; 2 the command was not understood.`

/** Says on standard error why a call cannot be meant; gives exit status 2. */
export const wrongUse = (says: string): number => {
  process.stderr.write(`${says}\n\n${usage}\n`)
  return 2
}
