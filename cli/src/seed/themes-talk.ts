// The words of the demo's therapy sessions.
import { familyThemes } from './themes-family.ts'
import type { Theme, ThemeKey } from './theme.ts'

type Talk = Exclude<ThemeKey, 'bipolar' | 'attention' | 'low-mood-medication'>

const trauma: Theme = {
  diagnoses: [{ code: 'F43.12', words: 'Post-traumatic stress disorder, chronic' }],
  measure: { name: 'PCL-5', start: 52, least: 27 },
  minutes: 55,
  reports: [
    'Nightmares came on three nights, down from five. The road of the accident is still gone around.',
    'A car that braked behind brought the old fear for an hour; it passed without leaving work.',
    'Slept through on two nights in a row for the first time since the spring.',
    'Spoke of it to a brother for the first time and felt ashamed afterwards.',
  ],
  works: [
    {
      name: 'Cognitive Processing Therapy: work on a stuck point with questions',
      says: 'The thought of having been to blame was held against what could be known at the time.',
    },
    {
      name: 'written account read aloud with ratings of distress',
      says: 'The account was read aloud; distress fell from 8 to 4 of 10, and grounding closed it.',
    },
  ],
  responses: [
    'Rewrote the stuck point in own words and believes the old one 40 of 100, from 75.',
    'Stayed with the account to its end and named what helped.',
  ],
  symptoms: ['nightmares', 'avoids reminders', 'startles easily', 'guilt'],
  impairment: ['late at work from the longer road', 'broken sleep'],
  goals: ['PCL-5 below 33', 'Usual road to work on three days a week'],
  mentalStatus: {
    appearance: 'neatly dressed',
    speech: 'even',
    mood: '"tired but lighter"',
    affect: 'full, tearful at the account',
    'thought-process': 'linear',
    insight: 'good',
  },
  necessity: 'Nightmares and avoidance still harm sleep and work, and both are falling with this treatment.',
  homework: ['One worksheet a day.', 'Two drives to the last exit before the place, with company.'],
}

const lowMood: Theme = {
  diagnoses: [{ code: 'F33.1', words: 'Major depressive disorder, recurrent, moderate' }],
  measure: { name: 'PHQ-9', start: 18, least: 8 },
  minutes: 48,
  reports: [
    'Out of bed by eight on four days; the other three went by in the bedroom.',
    'Met a friend for coffee, had dreaded it, and was glad of it after.',
    'The anniversary of the divorce pulled the week down; ate little on two days.',
    'Went back to the allotment for an hour and lost track of time there.',
  ],
  works: [
    {
      name: 'Behavioral Activation: activity log and planning',
      says: 'The log was read together; mood rose with each thing that was done with another person.',
    },
    {
      name: 'cognitive restructuring',
      says: 'The thought "I am a burden" was held against what friends had said and done.',
    },
  ],
  responses: [
    'Put two plans in the calendar during the session and rated the wish to keep them 7 of 10.',
    'Found two facts against the thought unprompted.',
  ],
  symptoms: ['low mood on most days', 'little interest', 'tired', 'sleeps poorly'],
  impairment: ['two sick days this month', 'left the sports club'],
  goals: ['PHQ-9 below 10', 'Three planned things a week with others'],
  mentalStatus: {
    appearance: 'casually dressed',
    speech: 'soft',
    mood: '"so-so"',
    affect: 'constricted, brightens',
    'thought-process': 'linear',
  },
  necessity: 'Mood and work are still impaired; each week of activity has moved both.',
  homework: ['Activity log.', 'The two plans made today.'],
}

const worry: Theme = {
  diagnoses: [{ code: 'F41.1', words: 'Generalized anxiety disorder' }],
  measure: { name: 'GAD-7', start: 16, least: 6 },
  minutes: 47,
  reports: [
    'Worried about the children’s school on five days and asked the partner for comfort each time.',
    'Put the worry off to the half hour after dinner on four days, and on two of them forgot it.',
    'A scan at the doctor’s was clear; the worry moved on to money within the day.',
    'Slept six hours on most nights and checked the locks only once.',
  ],
  works: [
    {
      name: 'worry postponement and a worry log',
      says: 'The log was sorted into what can be acted on and what cannot; one step was planned for the first kind.',
    },
    {
      name: 'exposure to not knowing',
      says: 'A message was sent without reading it a second time and the unease was rated until it fell.',
    },
  ],
  responses: [
    'Unease fell from 7 to 3 of 10 within the session.',
    'Laughed at the third "what if" and named it as one.',
  ],
  symptoms: ['worry on most days', 'tense shoulders', 'restless', 'wakes at four'],
  impairment: ['reads work over many times and falls behind', 'asks for comfort daily'],
  goals: ['GAD-7 below 8', 'No checking of sent messages on workdays'],
  mentalStatus: {
    appearance: 'well groomed',
    speech: 'quick',
    mood: '"keyed up"',
    affect: 'anxious, with humor',
    'thought-process': 'goal-directed',
  },
  necessity: 'Worry still costs hours of each working day; the skills reduce it and are not yet own.',
  homework: ['Worry time at seven.', 'One message a day sent unread.'],
}

const panic: Theme = {
  diagnoses: [{ code: 'F41.0', words: 'Panic disorder' }],
  measure: { name: 'PDSS', start: 15, least: 5 },
  minutes: 45,
  reports: [
    'Two attacks, both on the train, each under ten minutes; stayed on to the next stop.',
    'One attack at the till; left the basket and went back for it after a walk.',
    'No attack this week, and drove over the bridge with the radio on.',
  ],
  works: [
    {
      name: 'interoceptive exposure',
      says: 'Breathing through a straw was done three times; fear fell from 8 to 3 of 10.',
    },
    {
      name: 'teaching on the circle of fear',
      says: 'The last attack was drawn as a circle, and where it can be left was marked.',
    },
  ],
  responses: ['Did the third round without being asked.', 'Said what the racing heart is and is not.'],
  symptoms: ['panic attacks', 'fear of the next one', 'avoids trains and queues'],
  impairment: ['drives two hours to avoid a train', 'shops at night only'],
  goals: ['Train to work three days a week', 'PDSS below 6'],
  mentalStatus: {
    appearance: 'neat',
    speech: 'normal rate',
    mood: '"wary"',
    affect: 'anxious, settles',
    'thought-process': 'linear',
    insight: 'good',
  },
  necessity: 'Attacks still decide how the client travels and shops; exposure is reducing both.',
  homework: ['Straw breathing daily.', 'One stop further on the train.'],
}

const obsession: Theme = {
  diagnoses: [{ code: 'F42.2', words: 'Obsessive-compulsive disorder, mixed' }],
  measure: { name: 'Y-BOCS', start: 26, least: 13 },
  minutes: 55,
  reports: [
    'Washing after work is down to twenty minutes from forty; the door handle is touched with a sleeve.',
    'Checked the stove twice in place of nine times, and was late once for it.',
    'Held a colleague’s pen through a meeting, and did not wash until lunch.',
  ],
  works: [
    {
      name: 'exposure with response prevention',
      says: 'The door handle was held for twenty minutes; distress fell from 8 to 4 of 10 without washing.',
    },
    { name: 'work on the ladder of fears', says: 'Three new rungs were added and rated.' },
  ],
  responses: ['Stayed without a ritual until distress had halved.', 'Chose a harder rung than planned.'],
  symptoms: ['fear of harm by germs', 'washing', 'checking'],
  impairment: ['two hours a day in rituals', 'late for work once a week'],
  goals: ['Y-BOCS below 16', 'Rituals under thirty minutes a day'],
  mentalStatus: {
    appearance: 'well groomed, reddened hands',
    behavior: 'engaged',
    speech: 'normal',
    mood: '"nervous"',
    affect: 'anxious, settles',
    'thought-process': 'linear',
  },
  necessity: 'Rituals still take hours; exposure must be led until it can be done alone.',
  homework: ['Two rungs daily without a ritual.'],
}

const grief: Theme = {
  diagnoses: [{ code: 'F43.81', words: 'Prolonged grief disorder' }],
  measure: { name: 'PG-13', start: 38, least: 24 },
  minutes: 50,
  reports: [
    'Set the table for two again on Sunday and sat with it.',
    'Opened the wardrobe for the first time and kept two coats.',
    'Went to the lake where they had married, with a daughter.',
  ],
  works: [
    {
      name: 'Prolonged Grief Treatment: telling of the day of the loss',
      says: 'The day of the loss was told with closed eyes, and what was hardest was told a second time.',
    },
    { name: 'work on what is wanted from here on', says: 'One thing of their own was planned for the week.' },
  ],
  responses: ['Wept and went on to the end.', 'Spoke of the lost one with a smile for the first time.'],
  symptoms: ['longing on most days', 'feels part of the self is gone', 'avoids rooms and things'],
  impairment: ['has not slept in the bedroom since', 'turns friends away'],
  goals: ['Sleep in the bedroom', 'One meal with others each week'],
  mentalStatus: {
    appearance: 'neat, in dark clothes',
    speech: 'slow',
    mood: '"empty"',
    affect: 'sad, moved',
    'thought-process': 'linear',
  },
  necessity: 'Grief beyond a year still keeps the client from home life and friends.',
  homework: ['One photograph a day.', 'The meal planned for Sunday.'],
}

const adjustment: Theme = {
  diagnoses: [{ code: 'F43.23', words: 'Adjustment disorder with mixed anxiety and depressed mood' }],
  measure: { name: 'PHQ-9', start: 12, least: 4 },
  minutes: 45,
  reports: [
    'The department is being closed; sleeps badly before each meeting about it.',
    'Told the manager about the second job and was met kindly.',
    'Applied for two posts and slept six hours on most nights.',
  ],
  works: [
    { name: 'problem solving', says: 'What can be settled this month was parted from what cannot.' },
    {
      name: 'relaxation by muscle groups',
      says: 'Practised for ten minutes; tension fell from 6 to 3 of 10.',
    },
  ],
  responses: ['Made a list of three calls and put them on days.', 'Felt the shoulders drop and named it.'],
  symptoms: ['worry about work', 'low mood in the evenings', 'poor sleep'],
  impairment: ['snaps at home', 'puts work off'],
  goals: ['Six hours of sleep on five nights', 'A plan for the time after the job ends'],
  mentalStatus: {
    appearance: 'neat',
    speech: 'even',
    mood: '"strained"',
    affect: 'full',
    'thought-process': 'goal-directed',
  },
  necessity: 'Strain from the change still harms sleep and home; few sessions are expected.',
  homework: ['The three calls.', 'Relaxation before bed.'],
}

export const talkThemes: Readonly<Record<Talk, Theme>> = {
  trauma,
  'low-mood': lowMood,
  worry,
  panic,
  obsession,
  grief,
  adjustment,
  ...familyThemes,
}
