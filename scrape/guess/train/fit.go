package main

import "math"

// An example is a table with its measures: whether it is one that is wanted,
// and what it counts for.
type example struct {
	values []float64
	wanted bool
	weight float64
}

// rounds of Newton's method at most; the loss is convex.
const rounds = 40

// fit is logistic regression with an L2 penalty on the distance from prior, by
// Newton's method.
func fit(examples []example, prior []float64, penalty float64) []float64 {
	w := append([]float64(nil), prior...)
	n := len(w)
	for range rounds {
		gradient := make([]float64, n)
		hessian := make([][]float64, n)
		for i := range hessian {
			hessian[i] = make([]float64, n)
			hessian[i][i] = penalty
			gradient[i] = penalty * (w[i] - prior[i])
		}
		for _, x := range examples {
			x.add(w, gradient, hessian)
		}
		next, less := descend(examples, w, prior, solve(hessian, gradient), penalty)
		if !less {
			break
		}
		w = next
	}
	return w
}

// descend goes a step down, or half of it and so on until the loss falls; it is
// false where the step is too small to tell.
func descend(examples []example, w, prior, step []float64, penalty float64) ([]float64, bool) {
	now := loss(examples, w, prior, penalty)
	for share := 1.0; share > 1e-4; share /= 2 {
		next := make([]float64, len(w))
		for i := range w {
			next[i] = w[i] - share*step[i]
		}
		if loss(examples, next, prior, penalty) < now-1e-9 {
			return next, true
		}
	}
	return w, false
}

func loss(examples []example, w, prior []float64, penalty float64) float64 {
	sum := 0.0
	for i := range w {
		sum += penalty / 2 * (w[i] - prior[i]) * (w[i] - prior[i])
	}
	for _, x := range examples {
		z := dot(w, x.values)
		if x.wanted {
			z = -z
		}
		sum += x.weight * (max(z, 0) + math.Log1p(math.Exp(-math.Abs(z))))
	}
	return sum
}

// add is what an example says of the slope and the curvature of the loss at w.
func (x *example) add(w, gradient []float64, hessian [][]float64) {
	p := sigmoid(dot(w, x.values))
	off := x.weight * p
	if x.wanted {
		off -= x.weight
	}
	curve := x.weight * max(p*(1-p), 1e-6)
	for i, a := range x.values {
		if a == 0 {
			continue
		}
		gradient[i] += off * a
		for j := 0; j <= i; j++ {
			hessian[i][j] += curve * a * x.values[j]
		}
	}
}

func dot(a, b []float64) float64 {
	z := 0.0
	for i := range a {
		z += a[i] * b[i]
	}
	return z
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// solve solves a·x = b for a symmetric positive definite a, of which the lower
// triangle is read, by Cholesky's decomposition in place.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for j := range n {
		for i := j; i < n; i++ {
			for k := range j {
				a[i][j] -= a[i][k] * a[j][k]
			}
			if i == j {
				a[j][j] = math.Sqrt(a[j][j])
			} else {
				a[i][j] /= a[j][j]
			}
		}
	}
	x := append([]float64(nil), b...)
	for i := range n {
		for k := range i {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= a[k][i] * x[k]
		}
		x[i] /= a[i][i]
	}
	return x
}
