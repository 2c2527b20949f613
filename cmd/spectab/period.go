package main

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// A period is a time as a flag, which is not negative: 30s, 2m.
type period time.Duration

func (p *period) String() string { return inShort(time.Duration(*p)) }

// Type names the value in the help.
func (*period) Type() string { return "duration" }

// Set reads a time as Go writes it.
func (p *period) Set(text string) error {
	d, err := time.ParseDuration(text)
	if err != nil {
		return errors.New("a time is written 30s or 2m")
	}
	if d < 0 {
		return errors.New("a time is not negative")
	}
	*p = period(d)
	return nil
}

// inShort writes a duration without units that are zero: 1h, not 1h0m0s.
func inShort(d time.Duration) string {
	text := d.String()
	if strings.HasSuffix(text, "m0s") {
		text = strings.TrimSuffix(text, "0s")
	}
	if strings.HasSuffix(text, "h0m") {
		text = strings.TrimSuffix(text, "0m")
	}
	return text
}

// An amount is a number from 0 as a flag.
type amount int

func (a *amount) String() string { return strconv.Itoa(int(*a)) }

// Type names the value in the help.
func (*amount) Type() string { return "int" }

// Set reads a number.
func (a *amount) Set(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return errors.New("a number from 0 is wanted")
	}
	*a = amount(n)
	return nil
}
