// A linear programme small enough to solve while a slider moves. No page, no other file.
// `alignment.methods.simplex` says the same in Python.

/** min c·x with A x <= b and x >= 0, for costs that are not negative (dual simplex; Lemke 1954). */
export function smallest(A, b, c) {
  const [m, n] = [A.length, c.length];
  const tableau = A.map((row, i) => [...row, b[i]]);
  tableau.push([...c, 0]);
  const basic = b.map((_, i) => n + i);
  const free = c.map((_, j) => j);
  for (let step = 0; step < 200; step++) {
    let [r, worst] = [-1, -1e-9];
    for (let i = 0; i < m; i++) if (tableau[i][n] < worst) [worst, r] = [tableau[i][n], i];
    if (r < 0) {
      const x = new Array(n).fill(0);
      basic.forEach((unknown, i) => { if (unknown < n) x[unknown] = tableau[i][n]; });
      return x;
    }
    let [s, least] = [-1, Infinity];
    for (let j = 0; j < n; j++) {
      const ratio = tableau[m][j] / -tableau[r][j];
      if (tableau[r][j] < -1e-10 && ratio < least - 1e-13) [least, s] = [ratio, j];
    }
    if (s < 0) return null; // nothing satisfies all rows
    turn(tableau, r, s);
    [basic[r], free[s]] = [free[s], basic[r]];
  }
  return null;
}

/** Exchange the unknown of row r for that of column s. */
function turn(tableau, r, s) {
  const [pivot, last] = [tableau[r][s], tableau[r].length - 1];
  tableau.forEach((row, i) => {
    if (i === r) return;
    const factor = row[s] / pivot;
    if (factor) for (let j = 0; j <= last; j++) if (j !== s) row[j] -= factor * tableau[r][j];
    row[s] = -factor;
  });
  for (let j = 0; j <= last; j++) tableau[r][j] /= pivot;
  tableau[r][s] = 1 / pivot;
}
