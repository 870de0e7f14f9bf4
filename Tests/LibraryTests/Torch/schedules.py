import torch
from torch.optim.lr_scheduler import *
def opt(lr=0.1,n=1): return torch.optim.SGD([{'params':[torch.ones(1,requires_grad=True)],'lr':lr*(i+1)} for i in range(n)],lr=lr)
def run(s,o,n=12):
    out=[]
    for _ in range(n):
        o.step(); out.append([round(g['lr'],8) for g in o.param_groups]); s.step()
    print(out, s.get_last_lr(), None if isinstance(s, ChainedScheduler) else s.last_epoch)
o=opt(); s=SequentialLR(o,[ConstantLR(o,factor=0.1,total_iters=2),ExponentialLR(o,gamma=0.9)],milestones=[3]); run(s,o)
o=opt(n=2); s=SequentialLR(o,[LinearLR(o,start_factor=0.1,total_iters=4),CosineAnnealingLR(o,T_max=6),StepLR(o,2,0.5)],milestones=[4,9]); run(s,o,14)
o=opt(); s=SequentialLR(o,[LambdaLR(o,lambda e:(e+1)/5),MultiplicativeLR(o,lambda e:0.9),CosineAnnealingWarmRestarts(o,3),CyclicLR(o,0.01,0.1,step_size_up=2),OneCycleLR(o,0.5,total_steps=10)],milestones=[3,6,9,11]); run(s,o,14)
o=opt(); s=ChainedScheduler([ConstantLR(o,factor=0.1,total_iters=2),ExponentialLR(o,gamma=0.9)]); run(s,o)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).split('\n')[0])
t(lambda: SequentialLR(o,[ExponentialLR(o,0.9)],milestones=[1,2]))
t(lambda: SequentialLR(o,[],milestones=[]))
o2=opt()
t(lambda: SequentialLR(o,[ExponentialLR(o,0.9),ExponentialLR(o2,0.9)],milestones=[1]))
t(lambda: ChainedScheduler([ExponentialLR(o,0.9),ExponentialLR(o2,0.9)]))
t(lambda: ChainedScheduler([]))
t(lambda: ChainedScheduler([1]))
t(lambda: SequentialLR(o,[1,2],milestones=[1]))
t(lambda: SequentialLR(o,[ReduceLROnPlateau(o),ExponentialLR(o,0.9)],milestones=[1]))
class Warm(LRScheduler):
    def __init__(self, optimizer, steps, last_epoch=-1):
        self.steps=steps
        super().__init__(optimizer,last_epoch)
    def get_lr(self):
        return [b*min(1,(self.last_epoch+1)/self.steps) for b in self.base_lrs]
o=opt(n=2); s=Warm(o,4); run(s,o,6); print(s.base_lrs, s._step_count, s.state_dict()["steps"])
o=opt(); s=SequentialLR(o,[Warm(o,3),StepLR(o,1,0.5)],milestones=[3]); run(s,o,6)
class Half(torch.optim.lr_scheduler._LRScheduler):
    def get_lr(self):
        if self.last_epoch==0: return [g['lr'] for g in self.optimizer.param_groups]
        return [g['lr']/2 for g in self.optimizer.param_groups]
o=opt(); run(Half(o),o,4)
o = opt()
s = SequentialLR(o, [ConstantLR(o, factor=0.1, total_iters=2), Warm(o, 5)], milestones=[3])
run(s, o, 5)
o2 = opt()
again = SequentialLR(o2, [ConstantLR(o2, factor=0.1, total_iters=2), Warm(o2, 5)], milestones=[3])
again.load_state_dict(s.state_dict())
o2.load_state_dict(o.state_dict())
run(again, o2, 3)
# expect:
# [[0.01], [0.01], [0.1], [0.1], [0.09], [0.081], [0.0729], [0.06561], [0.059049], [0.0531441], [0.04782969], [0.04304672]] [0.03874204890000002] 12
# [[0.01, 0.02], [0.0325, 0.065], [0.055, 0.11], [0.0775, 0.155], [0.1, 0.2], [0.09330127, 0.18660254], [0.075, 0.15], [0.05, 0.1], [0.025, 0.05], [0.1, 0.2], [0.1, 0.2], [0.05, 0.1], [0.05, 0.1], [0.025, 0.05]] [0.025, 0.05] 14
# [[0.02], [0.04], [0.06], [0.054], [0.0486], [0.04374], [0.1], [0.075], [0.025], [0.01], [0.055], [0.02], [0.26], [0.5]] [0.47524231600673683] 14
# [[0.01], [0.009], [0.081], [0.0729], [0.06561], [0.059049], [0.0531441], [0.04782969], [0.04304672], [0.03874205], [0.03486784], [0.03138106]] [0.028242953648100012] None
# ValueError Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points, but got number of schedulers 1 and the number of milestones to be equal to 2
# ValueError SequentialLR expects at least one scheduler, but got no scheduler.
# ValueError SequentialLR expects all schedulers to belong to the same optimizer, but got scheduler ExponentialLR at index 1 has SGD (
# ValueError ChainedScheduler expects all schedulers to belong to the same optimizer, but got scheduler ExponentialLR at index 1 has SGD (
# ValueError ChainedScheduler expects at least one scheduler to be chained, but got no scheduler.
# AttributeError 'int' object has no attribute 'optimizer'
# TypeError SequentialLR at index 0 should have `optimizer` as its attribute.
# ValueError SequentialLR does not support `ReduceLROnPlateau` scheduler as it requires additional kwargs to be specified when calling `step`, but got one at index 0 in the given schedulers sequence.
# [[0.025, 0.05], [0.05, 0.1], [0.075, 0.15], [0.1, 0.2], [0.1, 0.2], [0.1, 0.2]] [0.1, 0.2] 6
# [0.1, 0.2] 7 4
# [[0.03333333], [0.06666667], [0.1], [0.1], [0.05], [0.025]] [0.0125] 6
# [[0.1], [0.05], [0.025], [0.0125]] [0.00625] 4
# [[0.01], [0.01], [0.1], [0.02], [0.04]] [0.06] 5
# [[0.06], [0.08], [0.1]] [0.1] 8
