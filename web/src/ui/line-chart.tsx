// Is the client better: scores over time, severity bands behind, a goal line, the last value named, and all of it as a table.
import { useElementSize } from '@mantine/hooks'
import { type ReactNode, useId, useState } from 'react'
import { ChartTable } from './chart-table.tsx'
import { axisValues, heightOf, pathOf } from './line-points.ts'
import { TextLink } from './text-link.tsx'
import styles from './line-chart.module.css'

export interface ChartDay {
  /** `Aug 20`. */
  readonly says: string
  /** Days from any beginning: only their distances count. */
  readonly at: number
}

export interface ChartLine {
  readonly name: string
  /** One for each day; null where it was not measured. */
  readonly values: readonly (number | null)[]
  /** The first is solid with discs, the second dashed with squares. */
  readonly shape: 'disc' | 'square'
}

export interface SeverityBand {
  readonly name: string
  readonly from: number
  readonly to: number
}

export interface LineChartProps {
  readonly title: string
  readonly days: readonly ChartDay[]
  readonly lines: readonly ChartLine[]
  readonly bands?: readonly SeverityBand[]
  readonly goal?: { readonly value: number; readonly says: string }
  /** A day that something happened on: `plan reviewed`. */
  readonly event?: { readonly at: number; readonly says: string }
  /** What it means, in a sentence: `PHQ-9 is 5 points better than in August; 6 would be a reliable change.` */
  readonly meaning?: ReactNode
}

const height = 176
const left = 26

interface Frame {
  readonly most: number
  readonly right: number
  readonly x: (at: number) => number
  readonly y: (value: number) => number
}

const frameOf = ({ days, lines, bands = [], goal }: LineChartProps, width: number): Frame => {
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null))
  const axis = axisValues(Math.max(...values, goal?.value ?? 0, ...bands.map(({ to }) => to), 1))
  const most = bands.length > 0 ? Math.max(...bands.map(({ to }) => to)) : (axis.at(-1) ?? 1)
  const right = width - (bands.length > 0 ? 112 : 36)
  const first = days[0]?.at ?? 0
  const last = days.at(-1)?.at ?? 1
  const inner = { from: left + 8, to: right - 8 }
  return {
    most,
    right,
    x: (at) =>
      last === first ? inner.to : inner.from + ((at - first) / (last - first)) * (inner.to - inner.from),
    y: (value) => heightOf(value, 0, most, height),
  }
}

const Bands = ({
  bands = [],
  frame,
}: {
  readonly bands: LineChartProps['bands']
  readonly frame: Frame
}): ReactNode =>
  bands.map(({ name, from, to }, index) => (
    <g key={name}>
      <rect
        className={styles.band}
        data-other={index % 2 === 1 || undefined}
        x={left}
        y={frame.y(to)}
        width={Math.max(0, frame.right - left)}
        height={frame.y(from) - frame.y(to)}
      />
      <text className={styles.axis} x={frame.right + 34} y={(frame.y(from) + frame.y(to)) / 2 + 4}>
        {name}
      </text>
    </g>
  ))

const Line = ({
  line,
  props,
  frame,
}: {
  readonly line: ChartLine
  readonly props: LineChartProps
  readonly frame: Frame
}): ReactNode => {
  const points = line.values.flatMap((value, index) => {
    const day = props.days[index]
    return value === null || day === undefined ? [] : [{ x: frame.x(day.at), y: frame.y(value), value }]
  })
  const last = points.at(-1)
  return (
    <g className={styles.line} data-shape={line.shape}>
      <path className={styles.stroke} d={pathOf(points)} />
      {points.map(({ x, y }) =>
        line.shape === 'disc' ? (
          <circle key={x} cx={x} cy={y} r="3.5" />
        ) : (
          <rect key={x} x={x - 3.2} y={y - 3.2} width="6.4" height="6.4" />
        ),
      )}
      {last !== undefined && (
        <text className={styles.value} x={frame.right + 4} y={last.y + 5}>
          {last.value}
        </text>
      )}
    </g>
  )
}

const Days = ({ days, frame }: { readonly days: readonly ChartDay[]; readonly frame: Frame }): ReactNode => {
  // As many as fit without touching, the first and the last always among them.
  const room = Math.max(2, Math.floor((frame.right - left) / 90))
  const every = Math.max(1, Math.ceil((days.length - 1) / Math.max(1, room - 1)))
  return days
    .filter((_, index) => (days.length - 1 - index) % every === 0)
    .map(({ says, at }) => (
      <text key={at} className={styles.axis} x={frame.x(at)} y={height + 18} textAnchor="middle">
        {says}
      </text>
    ))
}

const Drawing = ({ props, width }: { readonly props: LineChartProps; readonly width: number }): ReactNode => {
  const { lines, days, bands, goal, event } = props
  const frame = frameOf(props, width)
  return (
    <svg className={styles.drawing} width={width} height={height + 24} aria-hidden="true">
      <Bands bands={bands} frame={frame} />
      {axisValues(frame.most)
        .filter((value) => value < frame.most)
        .map((value) => (
          <text key={value} className={styles.axis} x={left - 8} y={frame.y(value) + 4} textAnchor="end">
            {value}
          </text>
        ))}
      {goal !== undefined && (
        <>
          <path
            className={styles.goal}
            d={`M${left} ${frame.y(goal.value)} L${frame.right} ${frame.y(goal.value)}`}
          />
          <text className={styles.said} x={left + 24} y={frame.y(goal.value) + 14}>
            {goal.says}
          </text>
        </>
      )}
      {event !== undefined && (
        <>
          <path className={styles.goal} d={`M${frame.x(event.at)} 0 L${frame.x(event.at)} ${height}`} />
          <text className={styles.said} x={frame.x(event.at) + 6} y={10}>
            {event.says}
          </text>
        </>
      )}
      {lines.map((line) => (
        <Line key={line.name} line={line} props={props} frame={frame} />
      ))}
      <Days days={days} frame={frame} />
    </svg>
  )
}

const inWords = ({ lines, days }: LineChartProps): string =>
  lines
    .map(({ name, values }) => {
      const told = values.flatMap((value, index) =>
        value === null ? [] : [`${value} on ${days[index]?.says ?? ''}`],
      )
      return `${name}: ${told.join(', ')}`
    })
    .join('. ')

/** A line chart with its legend, its meaning in a sentence, and "Show as table". */
export const LineChart = (props: LineChartProps): ReactNode => {
  const { title, days, lines, meaning } = props
  const [isTable, setIsTable] = useState(false)
  const { ref, width } = useElementSize<HTMLDivElement>()
  const name = useId()
  return (
    <figure className={styles.figure} aria-labelledby={name}>
      <div className={styles.head}>
        <h2 className={styles.title} id={name}>
          {title}
        </h2>
        <div className={styles.legend}>
          {lines.map((line) => (
            <span key={line.name} className={styles.key} data-shape={line.shape}>
              {line.name}
            </span>
          ))}
          <TextLink onClick={() => setIsTable(!isTable)}>
            {isTable ? 'Show as chart' : 'Show as table'}
          </TextLink>
        </div>
      </div>
      {isTable ? (
        <ChartTable
          label={title}
          heads={['Day', ...lines.map((line) => line.name)]}
          rows={days.map(({ says }, index) => [says, ...lines.map(({ values }) => values[index] ?? '')])}
        />
      ) : (
        <div ref={ref} role="img" aria-label={inWords(props)}>
          <Drawing props={props} width={width === 0 ? 560 : width} />
        </div>
      )}
      {meaning !== undefined && <figcaption className={styles.meaning}>{meaning}</figcaption>}
    </figure>
  )
}
