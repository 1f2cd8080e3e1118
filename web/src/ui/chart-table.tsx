// What a chart draws, as a table.
import type { ReactNode } from 'react'
import { DataTable, numberClass } from './data-table.tsx'

export interface ChartTableProps {
  readonly label: string
  /** The first heads the rows' names, the others their figures. */
  readonly heads: readonly string[]
  readonly rows: readonly (readonly ReactNode[])[]
}

export const ChartTable = ({ label, heads, rows }: ChartTableProps): ReactNode => (
  <DataTable label={`${label}, as a table`} dense>
    <thead>
      <tr>
        {heads.map((head, index) => (
          <th key={head} scope="col" className={index > 0 ? numberClass : undefined}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([name, ...figures], index) => (
        <tr key={index}>
          <th scope="row">{name}</th>
          {figures.map((figure, place) => (
            <td key={heads[place + 1]} className={numberClass}>
              {figure}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </DataTable>
)
