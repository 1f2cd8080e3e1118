// The page.
export const ChartPage = () => <h1>ChartPage</h1>
