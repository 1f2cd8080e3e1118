// Stops what was started in the order turned round, each thing once, however far the start had come.

export interface StopOrder {
  /** Notes what undoes the step just taken. */
  readonly undoneBy: (name: string, stop: () => Promise<void> | void) => void
  /** Undoes every step, the last first. A step that cannot be undone is told and does not keep the others. */
  readonly stopAll: () => Promise<boolean>
}

/** `tell` hears of each step that could not be undone. */
export const makeStopOrder = (tell: (sentence: string) => void): StopOrder => {
  const steps: { readonly name: string; readonly stop: () => Promise<void> | void }[] = []
  return {
    undoneBy: (name, stop) => {
      steps.push({ name, stop })
    },
    stopAll: async () => {
      let good = true
      for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
        try {
          await step.stop()
        } catch (fault) {
          good = false
          tell(`${step.name} could not be stopped: ${fault instanceof Error ? fault.message : String(fault)}`)
        }
      }
      return good
    },
  }
}
