// Package layers holds no program: its tests say which folder may import which,
// and which modules of others the program may use.
package layers
