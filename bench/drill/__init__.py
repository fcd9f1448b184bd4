"""`make drill`: a backup made, damaged, brought back and compared; an audit tampered with."""
