package gen
import ("testing";"go/format";"os")
func BenchmarkX(b *testing.B){
 p,_:=newPlan(manyCodes("many",84)); code,_:=p.renderCode(); rows,_:=p.renderRows(); raw:=append(code,rows...)
 out,_:=format.Source(raw)
 os.WriteFile("/tmp/raw.txt",raw,0o644)
 b.Run("raw",func(b *testing.B){for b.Loop(){format.Source(raw)}})
 b.Run("fmt",func(b *testing.B){for b.Loop(){format.Source(out)}})
 b.Run("plan",func(b *testing.B){for b.Loop(){newPlan(manyCodes("many",84))}})
 b.Run("spec",func(b *testing.B){for b.Loop(){manyCodes("many",84)}})
 b.Run("code",func(b *testing.B){for b.Loop(){p,_:=newPlan(manyCodes("many",84));p.renderCode()}})
 b.Run("rows",func(b *testing.B){for b.Loop(){p.renderRows()}})
}
