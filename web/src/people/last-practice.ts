// The name of the practice this machine last worked in, so that the sign-in says where one is.

const key = 'golden-thread.practice'

export const lastPractice = (): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export const rememberPractice = (name: string): void => {
  try {
    localStorage.setItem(key, name)
  } catch {
    // The sign-in then names none.
  }
}
