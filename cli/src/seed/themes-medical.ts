// The words of the demo's medication visits.
import type { Theme, ThemeKey } from './theme.ts'

type Medical = Extract<ThemeKey, 'bipolar' | 'attention' | 'low-mood-medication'>

export const medicalThemes: Readonly<Record<Medical, Theme>> = {
  bipolar: {
    diagnoses: [{ code: 'F31.81', words: 'Bipolar II disorder' }],
    measure: { name: 'PHQ-9', start: 15, least: 6 },
    minutes: 40,
    reports: [
      'Sleep has held at seven hours; no spending and no racing thoughts since the last visit. Two low days a week remain.',
      'One night of four hours after a late shift, with a day of fast talk that settled by itself; mood charts show no second one.',
      'Low mood on three mornings a week, lifting by noon; takes the evening dose later than agreed on weekends.',
    ],
    works: [
      {
        name: 'review of mood chart and sleep regularity',
        says: 'The mood chart was gone through day by day and bed and rising times were set for the weekend as well.',
      },
      {
        name: 'relapse signature work',
        says: 'Early signs of a high were listed in the client’s own words, with whom to call at each.',
      },
    ],
    responses: [
      'Named two early signs without prompting and agreed to share the list with a sister.',
      'Saw the link between the late dose and the low mornings and proposed an alarm.',
    ],
    symptoms: ['low mood on some mornings', 'early waking', 'short spells of fast speech'],
    impairment: ['misses one morning of work a fortnight', 'keeps few plans for weekends'],
    goals: ['No week without seven hours of sleep on six nights', 'PHQ-9 below 8 by the new year'],
    mentalStatus: {
      appearance: 'neat, in working clothes',
      behavior: 'calm',
      speech: 'even, can be interrupted',
      mood: '"steady enough"',
      affect: 'full range',
      'thought-process': 'linear',
      'thought-content': 'no delusions',
    },
    necessity: 'Mood still swings with lost sleep; without the medicine and its checks a relapse is likely.',
    homework: ['Mood chart daily.', 'Evening dose at nine o’clock on weekends as well.'],
  },
  attention: {
    diagnoses: [{ code: 'F90.0', words: 'Attention-deficit hyperactivity disorder, inattentive' }],
    measure: { name: 'ASRS part A', start: 20, least: 11 },
    minutes: 30,
    reports: [
      'Works through the morning list on four days of five; appetite is lower at noon and back by evening.',
      'Forgets the second dose twice a week; the afternoons on those days are lost to small errands.',
      'Sleeps within half an hour since the dose was moved to eight in the morning; no headaches.',
    ],
    works: [
      {
        name: 'planning of the working day around the dose',
        says: 'Hours of best attention were matched with the hardest task of the day.',
      },
      {
        name: 'review of appetite, sleep, pulse and blood pressure',
        says: 'Weight is unchanged, blood pressure 118 over 74 and pulse 72 at rest.',
      },
    ],
    responses: [
      'Chose one task to finish before noon and wrote it down during the visit.',
      'Preferred the present dose to a higher one after hearing both sides.',
    ],
    symptoms: ['loses the thread in long tasks', 'forgets appointments', 'starts more than is finished'],
    impairment: ['a written warning at work for late reports in spring', 'unpaid bills on two occasions'],
    goals: ['Reports in on the day they are due for a month', 'ASRS part A below 12'],
    mentalStatus: {
      appearance: 'casually dressed',
      behavior: 'attentive, some fidgeting',
      speech: 'quick, clear',
      mood: '"all right"',
      affect: 'bright',
      'thought-process': 'goal-directed',
      cognition: 'counts back by sevens without error',
    },
    necessity: 'Work still fails without the medicine; dose and side effects are watched.',
    homework: ['Second dose by an alarm.', 'One page of the day planner each evening.'],
  },
  'low-mood-medication': {
    diagnoses: [
      { code: 'F33.1', words: 'Major depressive disorder, recurrent, moderate' },
      { code: 'F41.1', words: 'Generalized anxiety disorder' },
    ],
    measure: { name: 'PHQ-9', start: 17, least: 7 },
    minutes: 30,
    reports: [
      'Gets up by eight on most days and cooks again; worry about money comes in the evenings.',
      'Took the raised dose for three weeks; the queasiness of the first days is gone.',
      'A hard fortnight after a quarrel in the family, without thoughts of dying; sleep fell to five hours.',
    ],
    works: [
      {
        name: 'behavioral activation',
        says: 'Two walks and one call to a friend were put on fixed days.',
      },
      {
        name: 'teaching on the medicine and how it is taken and left',
        says: 'What the medicine does, how long it takes and why it is not stopped at once were explained and said back.',
      },
    ],
    responses: [
      'Said back the plan for missed doses correctly.',
      'Picked the days for the walks and put them in the telephone.',
    ],
    symptoms: ['low mood on half the days', 'loss of interest', 'poor sleep', 'worry in the evenings'],
    impairment: ['left a choir', 'house work is left for days'],
    goals: ['PHQ-9 below 9', 'Out of the house on five days a week'],
    mentalStatus: {
      appearance: 'neatly dressed',
      behavior: 'cooperative',
      speech: 'soft, even',
      mood: '"a bit lighter"',
      affect: 'somewhat constricted, brightens',
      'thought-process': 'linear',
      insight: 'good',
    },
    necessity: 'Symptoms are falling and not gone; the dose was changed and must be followed.',
    homework: ['Walks on Monday and Thursday.', 'Dose each morning with breakfast.'],
  },
}
