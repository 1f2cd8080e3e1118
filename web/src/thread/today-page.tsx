// The page.
export const TodayPage = () => <h1>TodayPage</h1>
