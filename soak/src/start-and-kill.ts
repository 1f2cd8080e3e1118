// `npm run soak:start`: starts the whole program and kills it hard at random moments, again and again.
// Each next start must serve, and after the last no process and no lock may be left. `npm run soak:start -- 200` does 200.
import {
  inDataFolder,
  killAfter,
  killHard,
  pressControlC,
  startServer,
  untilNone,
} from '../../tools/run-server.ts'

const rounds = Number(process.argv[2] ?? 50)
let faults = 0

const complain = (says: string): void => {
  faults += 1
  console.error(says)
}

await inDataFolder(async (folder) => {
  for (let round = 1; round <= rounds; round += 1) {
    // At any moment of a start: before the lock, in initdb, while PostgreSQL comes up, while the tables are made.
    const after = Math.round(Math.random() * 1_500)
    await killAfter({ folder }, after)
    const started = await startServer({ folder })
    const reply = await fetch(`${started.address}/health/ready`)
    if (reply.status !== 200)
      complain(`round ${round}: killed after ${after} ms, then not ready (${reply.status})`)
    if (round % 2 === 0) await killHard(started)
    else if ((await pressControlC(started)) !== 0) complain(`round ${round}: it did not stop well`)
    if (round % 10 === 0) console.log(`${round} of ${rounds}`)
  }
  const last = await startServer({ folder })
  if ((await pressControlC(last)) !== 0) complain('the last start did not stop well')
  const left = await untilNone(folder)
  if (left.length > 0) complain(`processes left: ${left.join(', ')}`)
})

console.log(
  faults === 0 ? `${rounds} rounds, nothing lost, nothing left.` : `${faults} faults in ${rounds} rounds.`,
)
process.exitCode = faults === 0 ? 0 : 1
